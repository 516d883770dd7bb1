// The generated Ticket fails silently too, but nobody would mend it there; its types are what the finding needs.
new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS', 'Ticket.status')
        .hasFile('app/target/generated-sources/annotations/org/example/Ticket.java')
        .finds('app/src/main/java/org/example/Desk.java:8 FailureWithoutReason')
return true
