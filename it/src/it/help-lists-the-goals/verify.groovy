new org.runincident.it.Story(basedir)
        .says('incident:help', 'incident:audit', 'incident:check', 'incident:explain', 'BUILD SUCCESS')
return true
