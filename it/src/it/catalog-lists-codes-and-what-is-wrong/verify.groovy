new org.runincident.it.Story(basedir)
        .says('3 failure codes in 1 type', 'BUILD SUCCESS')
        .saysInOrder(
                'Raised nowhere:', 'OrderErrorCode.CARD_REFUSED  OrderErrorCode.java:6',
                'OrderErrorCode.NO_STOCK is raised with several messages:', 'Shop.java:6  "nothing left"', 'Shop.java:12  "sold out"',
                'Named in documents and declared nowhere:', 'ORD-104  docs/runbook.md:3',
                'target/incident/catalog.html')
        .hasFile('target/incident/catalog.html')
        .hasFile('target/incident/catalog.md')
return true
