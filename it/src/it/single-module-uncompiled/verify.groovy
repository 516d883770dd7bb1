new org.runincident.it.Story(basedir)
        .says('FAILURE PATHS', 'Job.status', 'BUILD SUCCESS')
        .saysInOrder('JobService.java:7:', 'FailureWithoutReason', 'job.setStatus(Job.Status.FAILED);')
        .finds(
                'src/main/java/org/example/JobService.java:7 FailureWithoutReason',
                'src/main/java/org/example/JobService.java:12 UnstructuredFailureReason',
                'src/main/java/org/example/JobService.java:18 SwallowedException')
        .hasFile('target/incident/report.json')
        .hasNoFile('target/classes')
return true
