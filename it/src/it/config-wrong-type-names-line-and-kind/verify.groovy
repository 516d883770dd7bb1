new org.runincident.it.Story(basedir)
        .says('incident.json:3', 'rules')
        .saysNot('FAILURE PATHS')
        .hasNoStackTrace()
return true
