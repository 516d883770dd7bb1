new org.runincident.it.Story(basedir)
        .says('FailureWithoutReason', 'BUILD SUCCESS')
return true
