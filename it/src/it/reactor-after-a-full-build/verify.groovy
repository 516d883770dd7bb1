new org.runincident.it.Story(basedir)
        .says('Job.status', 'BUILD SUCCESS')
        .saysNot('Could not find artifact')
        .finds(
                'b/src/main/java/org/example/JobService.java:7 FailureWithoutReason',
                'b/src/main/java/org/example/JobService.java:12 UnstructuredFailureReason',
                'b/src/main/java/org/example/JobService.java:18 SwallowedException')
        .hasFile('a/target/classes/org/example/Job.class')
return true
