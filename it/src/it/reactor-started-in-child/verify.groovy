// Module a is neither built nor in sight: its types are unknown, and that is a warning, never an end.
new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS', 'org.example:a')
return true
