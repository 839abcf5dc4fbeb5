package io.omerta.architecture.violations.arrows.reports.ci;

import io.omerta.architecture.violations.arrows.reports.html.HtmlUsesCi;

/** Breaks, with its counterpart: packages form a cycle. */
public interface CiUsesHtml {
    void use(HtmlUsesCi target);
}
