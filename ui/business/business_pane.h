// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/business/business_plan.h"
#include "models/jobs/running_work.h"
#include "ui/forms/question_dialog.h"
#include "ui/shell/pane.h"
#include "ui/widgets/tab_strip.h"
#include <QPointer>

class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class ChangesPage;
class EffectPage;
class EmptyState;
class SectionHeader;
class VersionsPage;
class WhatIfPage;

/// What the business is: the versions that were applied, and what a folder of business files would
/// change, do to the revenue there is and have come to, before it is applied.
class BusinessPane : public Pane {
  Q_OBJECT

public:
  enum Tab { Versions, Changes, Effect, WhatIf };

  BusinessPane(models::Connection &connection, models::RunningWork &work,
               QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QChar letter() const override { return u'P'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override { m_tabs->setFocus(); } ///< nothing is filtered here
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void chooseFolder(const QString &folder); ///< shows what it would change
  void askToApply();
  [[nodiscard]] models::BusinessPlan &plan() { return m_plan; }
  [[nodiscard]] TabStrip *tabs() const { return m_tabs; }
  [[nodiscard]] VersionsPage *versions() const { return m_versions; }
  [[nodiscard]] ChangesPage *changes() const { return m_changes; }
  [[nodiscard]] EffectPage *effect() const { return m_effect; }
  [[nodiscard]] WhatIfPage *whatIf() const { return m_whatIf; }
  [[nodiscard]] QPushButton *choosing() const { return m_choose; }
  [[nodiscard]] QPushButton *applying() const { return m_apply; }
  [[nodiscard]] QuestionDialog *question() const { return m_question; } ///< null: none is open

private:
  [[nodiscard]] QWidget *makeTabs();
  void connectPages();
  void askForFolder();
  void showPlan();
  void showTab(int tab);
  void showWhetherPossible();
  [[nodiscard]] QString whyNotApplied() const;
  [[nodiscard]] Place place() const;
  void reportSettled();

  models::Connection &m_connection;
  models::BusinessPlan m_plan;
  SectionHeader *m_header;
  QStackedWidget *m_tabPages;
  TabStrip *m_tabs;
  VersionsPage *m_versions;
  ChangesPage *m_changes;
  QStackedWidget *m_effectPages;
  EffectPage *m_effect;
  EmptyState *m_noEffect;
  WhatIfPage *m_whatIf;
  QPushButton *m_choose;
  QPushButton *m_again;
  QPushButton *m_apply;
  QPointer<QuestionDialog> m_question;
  bool m_isOpening = false;
};

} // namespace tenantry::ui
