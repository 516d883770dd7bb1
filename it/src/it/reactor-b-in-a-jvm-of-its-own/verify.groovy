new org.runincident.it.Story(basedir)
        .says('Job.status', 'the JVM of its own: ', 'BUILD SUCCESS')
        .saysNot('Could not find artifact', 'no JVM of its own')
        .finds(
                'b/src/main/java/org/example/JobService.java:7 FailureWithoutReason',
                'b/src/main/java/org/example/JobService.java:12 UnstructuredFailureReason',
                'b/src/main/java/org/example/JobService.java:18 SwallowedException')
return true
