// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include "ui/widgets/surface.h"
#include <QStackedLayout>

namespace tenantry::ui {

class EmptyState;
class Label;
class ProgressLine;

/// What the window shows until its database is open: what happens now, or what went wrong and what
/// to do about it.
class StartView : public Surface {
  Q_OBJECT

public:
  explicit StartView(QWidget *parent = nullptr);

  void showStage(const QString &line, const QString &sentence);
  void showError(const Error &error);

Q_SIGNALS:
  void retryRequested();

private:
  [[nodiscard]] QWidget *makeStage();

  Label *m_line;
  Label *m_sentence;
  ProgressLine *m_progress;
  EmptyState *m_error;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
