new org.runincident.it.Story(basedir)
        .says('incident.json:3', 'failureWord', 'failureWords')
        .saysNot('FAILURE PATHS')
        .hasNoStackTrace()
return true
