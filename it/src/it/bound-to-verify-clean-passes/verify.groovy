new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS')
        .finds()
return true
