new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS')
        .saysNot('FailureWithoutReason')
        .hasNoFile('target/incident/report.json')
return true
