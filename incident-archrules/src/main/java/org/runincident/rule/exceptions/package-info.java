/** Verdicts over exception handlers and jumps out of {@code finally}: what becomes of a caught exception. */
package org.runincident.rule.exceptions;
