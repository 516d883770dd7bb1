new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS', 'nowhere-to-be-found')
        .findsAmongOthers('src/main/java/org/example/JobService.java:7 FailureWithoutReason')
return true
