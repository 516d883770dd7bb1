/** What an audit costs: each contender in a JVM of its own, in turn, over the same sources. */
package org.runincident.bench;
