new org.runincident.it.Story(basedir)
        .saysInOrder(
                'org.example.JobStatus  is handled in 2 places, and leaves the process in 0',
                'Board.java:5  Board#colour(JobStatus)  (switch)',
                'QUEUED   handled',
                'RUNNING  handled',
                'FAILED   handled',
                'Board.java:13  Board#tell(JobStatus)  (switch)',
                'QUEUED   handled',
                'RUNNING  throws',
                'FAILED   left out: nothing happens',
                'Nobody handles an outcome called "JobState" (incident.outcome); did you mean "JobStatus"?')
        .saysNot('FAILURE PATHS')
        .hasNoStackTrace()
return true
