/**
 * What to do about a failure, as pure functions: the same question always has the same answer, asking changes nothing, and so
 * the same function previews. Decisions and their reasons are closed sets; every table of answers stands in the README and is
 * tested from there.
 */
package org.runincident.model.policy;
