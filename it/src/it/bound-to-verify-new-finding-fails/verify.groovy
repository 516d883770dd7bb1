new org.runincident.it.Story(basedir)
        .saysInOrder('JobService.java:7:', 'FailureWithoutReason')
        .says('Failed to execute goal org.runincident:incident-maven-plugin')
        .finds(
                'src/main/java/org/example/JobService.java:7 FailureWithoutReason',
                'src/main/java/org/example/JobService.java:12 UnstructuredFailureReason',
                'src/main/java/org/example/JobService.java:18 SwallowedException')
        .hasNoStackTrace()
        .hasNoFile('incident-baseline.json')
return true
