// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/business_pane.h"
#include "ui/business/change_table.h"
#include "ui/business/changes_page.h"
#include "ui/business/effect_page.h"
#include "ui/business/versions_page.h"
#include "ui/business/what_if_page.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// In the order of Tab, as links have them.
const QStringList businessTabs{QString(), u"changes"_s, u"effect"_s, u"what-if"_s};

} // namespace

BusinessPane::BusinessPane(models::Connection &connection, models::RunningWork &work,
                           QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_plan(connection),
      m_header(new SectionHeader(tr("Business"), SectionHeader::Level::Pane)),
      m_tabPages(new QStackedWidget), m_tabs(new TabStrip(tr("Parts of the business"), m_tabPages)),
      m_versions(new VersionsPage(connection)), m_changes(new ChangesPage),
      m_effectPages(new QStackedWidget), m_effect(new EffectPage), m_noEffect(new EmptyState),
      m_whatIf(new WhatIfPage(connection, work)),
      m_choose(makeButton(tr("Choose folder…"), ButtonVariant::Secondary, u"upload"_s)),
      m_again(makeButton(tr("Read again"), ButtonVariant::Secondary, u"refresh"_s)),
      m_apply(makeButton(tr("Apply…"), ButtonVariant::Primary, u"check"_s)) {
  for (auto *button : {m_choose, m_again, m_apply})
    m_header->addAction(button);
  addAction(new ButtonAction(m_choose, icon(u"upload"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  addAction(new ButtonAction(m_again, icon(u"refresh"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_U));
  addAction(new ButtonAction(m_apply, icon(u"check"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_A));
  addAction(new ButtonAction(m_whatIf->button(), icon(u"chart-line"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_W));
  m_effectPages->addWidget(m_effect);
  m_effectPages->addWidget(m_noEffect);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(makeTabs());
  layout->addWidget(new Separator);
  layout->addWidget(m_tabPages, 1);
  connectPages();
  showPlan();
}

QWidget *BusinessPane::makeTabs() {
  const std::pair<QString, QWidget *> tabs[] = {{tr("Versions"), m_versions},
                                                {tr("Changes"), m_changes},
                                                {tr("Effect"), m_effectPages},
                                                {tr("What if"), m_whatIf}};
  for (const auto &[name, page] : tabs)
    m_tabs->addPart(name, page);
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    showTab(tab);
    if (!m_isOpening)
      Q_EMIT placeChanged(place());
  });
  return m_tabs->inRow();
}

void BusinessPane::connectPages() {
  connect(&m_plan, &models::BusinessPlan::changed, this, &BusinessPane::showPlan);
  connect(&m_plan, &models::BusinessPlan::applied, this, [this](qint64 version) {
    Toast::present(window(),
                   {tr("Version %1 holds now").arg(version), tr("Business"), Tone::Success},
                   height::statusBar);
    m_versions->reload();
  });
  connect(&m_plan, &models::BusinessPlan::refused, this, [this](const Error &error) {
    Toast::present(window(), {said(error), tr("Nothing was applied"), Tone::Danger},
                   height::statusBar);
    m_versions->reload();
  });
  connect(m_choose, &QPushButton::clicked, this, &BusinessPane::askForFolder);
  connect(m_changes, &ChangesPage::folderRequested, this, &BusinessPane::askForFolder);
  connect(m_noEffect, &EmptyState::actionTriggered, this, &BusinessPane::askForFolder);
  connect(m_again, &QPushButton::clicked, &m_plan, &models::BusinessPlan::planAgain);
  connect(m_apply, &QPushButton::clicked, this, &BusinessPane::askToApply);
  connect(m_whatIf, &WhatIfPage::placeRequested, this, &Pane::placeRequested);
  connect(m_versions, &VersionsPage::settled, this, &BusinessPane::reportSettled);
  connect(m_versions, &VersionsPage::settled, this, &BusinessPane::showWhetherPossible);
  connect(m_whatIf, &WhatIfPage::settled, this, &BusinessPane::reportSettled);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &BusinessPane::showWhetherPossible);
}

void BusinessPane::askForFolder() {
  auto *dialog = new QFileDialog(this, tr("Folder of business files"), m_plan.folder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, &BusinessPane::chooseFolder);
  dialog->open();
}

void BusinessPane::chooseFolder(const QString &folder) {
  m_plan.plan(folder);
  m_tabs->setCurrentIndex(Changes);
}

void BusinessPane::showPlan() {
  m_changes->show(m_plan);
  const auto *picture = m_plan.picture();
  m_whatIf->setWanted(picture ? picture->wanted : nullptr);
  if (picture) {
    m_effect->show(picture->report);
  } else {
    const bool isChosen = !m_plan.folder().isEmpty();
    m_noEffect->showMessage(
        EmptyState::Kind::Empty,
        {isChosen ? tr("These files cannot be compared") : tr("Choose a folder of business files"),
         isChosen ? tr("What is wrong with them is under Changes.")
                  : tr("What they would do to MRR is shown here, plan by plan."),
         tr("Choose folder…"), u"chart-line"_s});
  }
  m_effectPages->setCurrentIndex(picture ? 0 : 1);
  showWhetherPossible();
  reportSettled();
}

QString BusinessPane::whyNotApplied() const {
  const auto *picture = m_plan.picture();
  if (!m_connection.rights().mayApply)
    return notForGroups(m_connection.rights().groups, {u"administrator"_s});
  if (!m_connection.isConnected())
    return offLineReason();
  if (m_plan.isApplying())
    return tr("It is being applied");
  if (m_plan.folder().isEmpty())
    return tr("Choose a folder of business files first");
  if (m_plan.isPlanning())
    return tr("The files are being read");
  if (!picture)
    return tr("The files have mistakes");
  if (picture->report.changes.empty())
    return tr("Nothing changes");
  return picture->report.refusals.empty() ? QString() : tr("The book refuses the change");
}

void BusinessPane::showWhetherPossible() {
  const auto &versions = m_versions->versions().versions();
  const auto version =
      versions.empty() ? QString() : tr("version %1 holds").arg(versions.front().number);
  const auto folder = QDir::toNativeSeparators(m_plan.folder());
  m_header->setFact(folder.isEmpty()    ? version
                    : version.isEmpty() ? folder
                                        : tr("%1 beside %2").arg(version, folder));
  const auto offLine = m_connection.isConnected() ? QString() : offLineReason();
  setBlocked(m_choose, offLine);
  setBlocked(m_again, !offLine.isEmpty()          ? offLine
                      : m_plan.folder().isEmpty() ? tr("Choose a folder of business files first")
                                                  : QString());
  setBlocked(m_apply, whyNotApplied());
  m_whatIf->setBlocked(offLine);
}

void BusinessPane::askToApply() {
  const auto *picture = m_plan.picture();
  if (!picture || m_question)
    return;
  const auto next = picture->version + 1;
  m_question = new QuestionDialog(
      {.action = tr("Apply"),
       .title = tr("Apply version %1").arg(next),
       .amount = tr("%n change(s)", nullptr, int(picture->report.changes.size())),
       .consequence = tr("From now on it is sold, billed and dunned by these files. Live "
                         "subscriptions keep the version of the plan that they have. To go back, "
                         "apply the former files."),
       .typed = QString::number(next),
       .typedName = tr("Number of the version")},
      window());
  connect(m_question, &QuestionDialog::confirmed, &m_plan, &models::BusinessPlan::apply);
  m_question->open();
}

QString BusinessPane::title() const { return tr("Business"); }
QString BusinessPane::iconName() const { return u"settings"_s; }
Place BusinessPane::home() const { return {Place::Kind::Business, {}, {}, {}}; }
bool BusinessPane::holds(const Place &place) const { return place.kind == Place::Kind::Business; }

Place BusinessPane::place() const {
  auto place = home();
  place.tab = businessTabs.value(m_tabs->currentIndex());
  return place;
}

void BusinessPane::open(const Place &place) {
  m_isOpening = true;
  m_tabs->setCurrentIndex(std::max(0, int(businessTabs.indexOf(place.tab))));
  m_versions->begin();
  m_isOpening = false;
  showTab(m_tabs->currentIndex());
}

void BusinessPane::showTab(int tab) {
  switch (tab) {
  case Versions:
    m_versions->table()->setFocus();
    break;
  case Changes:
    m_changes->changes()->setFocus();
    break;
  case Effect:
    m_effect->table()->setFocus();
    break;
  default:
    m_whatIf->button()->setFocus();
  }
}

void BusinessPane::reload() {
  m_versions->reload();
  m_plan.planAgain();
}

bool BusinessPane::stepBack() {
  if (m_whatIf->reading().isRunning()) {
    m_whatIf->reading().cancel();
    return true;
  }
  if (m_plan.folder().isEmpty())
    return false;
  m_plan.leave();
  m_tabs->setCurrentIndex(Versions);
  return true;
}

QList<QWidget *> BusinessPane::areas() { return {m_tabs, m_tabPages->currentWidget()}; }

bool BusinessPane::isSettled() const {
  return m_versions->isSettled() && !m_plan.isPlanning() && !m_plan.isApplying() &&
         !m_whatIf->reading().isRunning();
}

void BusinessPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

} // namespace tenantry::ui
