/**
 * The failure catalog: every failure code a project declares, where it is raised, and what documents say of it. Reads
 * declarations and names off the syntax; what a status records comes from the audit.
 */
package org.runincident.audit.catalog;
