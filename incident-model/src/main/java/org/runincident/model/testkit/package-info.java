/**
 * For the tests of those who use the model: policies against their truth tables, unions against their mirrors, races with one
 * winner, and published state that a failing run must leave alone. Throws {@link java.lang.AssertionError} and needs no test
 * framework.
 */
package org.runincident.model.testkit;
