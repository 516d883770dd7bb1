/** Results kept from one run to the next: how records become bytes, and files that hold what belongs to a key or nothing. */
package org.runincident.audit.cache;
