/** What authors allow beside their code, set against findings. */
package org.runincident.rule.allow;
