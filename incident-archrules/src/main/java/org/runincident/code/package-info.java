/**
 * What a front end says about declarations: names of types and members, their kinds, and where they stand.
 *
 * <p>The lowest package of the judgement. It knows neither JavaParser nor ASM; both front ends speak it.
 */
package org.runincident.code;
