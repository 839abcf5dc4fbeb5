/**
 * Results for machines that judge a build: JUnit XML and SARIF.
 */
@NullMarked
package io.omerta.reports.ci;

import org.jspecify.annotations.NullMarked;
