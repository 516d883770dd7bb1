/** House rules that need no declaration of their own: what could not be read, and allowances that do not count. */
package org.runincident.rule.house;
