new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS', 'JobService.java:7:', 'FailureWithoutReason')
return true
