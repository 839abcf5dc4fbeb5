package io.omerta.architecture.violations.arrows.reports.html;

import io.omerta.architecture.violations.arrows.reports.ci.CiUsesHtml;

/** Breaks, with its counterpart: packages form a cycle. */
public interface HtmlUsesCi {
    void use(CiUsesHtml target);
}
