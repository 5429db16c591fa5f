// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/changes_page.h"
#include "ui/business/change_table.h"
#include "ui/business/fact_rows.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostRefusalsShown = 5, leastSentenceWidth = 240;

QString whereOf(const Error &mistake) {
  if (mistake.place.file.isEmpty())
    return {};
  return u"%1:%2:%3"_s.arg(QFileInfo(mistake.place.file).fileName())
      .arg(mistake.place.line)
      .arg(mistake.place.column);
}

} // namespace

ChangesPage::ChangesPage(QWidget *parent)
    : QStackedWidget(parent),
      m_mistakes(new FactRows({{tr("What is wrong")}, {tr("Where")}, {tr("Reference")}}, this)),
      m_mistakeTable(new TableView(tr("What is wrong with the files"))),
      m_changes(new ChangeTable(tr("What the folder would change"))), m_state(new EmptyState) {
  addWidget(makeTables());
  addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &ChangesPage::folderRequested);
}

QWidget *ChangesPage::makeTables() {
  m_mistakeTable->setModel(m_mistakes);
  m_mistakeTable->setSelectionMode(QAbstractItemView::SingleSelection);
  m_mistakeTable->setStretchColumn(0);
  m_mistakeTable->fitColumn(1, u"professional.toml:888:88"_s);
  m_mistakeTable->fitColumn(2, u"business.impossible_value"_s);
  m_mistakeTable->setColumnsToDrop({2}, leastSentenceWidth);
  m_mistakeTable->horizontalHeader()->setSectionsClickable(false);
  auto *page = new QWidget;
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_mistakeTable, 1);
  column->addWidget(new Separator);
  column->addWidget(m_changes, 2);
  return page;
}

void ChangesPage::showMistakes(const std::vector<Error> &mistakes) {
  std::vector<std::vector<Fact>> rows;
  for (const auto &mistake : mistakes)
    rows.push_back({{.text = said(mistake), .help = said(mistake)},
                    {.text = whereOf(mistake), .help = mistake.place.file},
                    {.text = mistake.code}});
  m_mistakes->setRows(std::move(rows));
  m_mistakeTable->setVisible(!mistakes.empty());
}

void ChangesPage::show(const models::BusinessPlan &plan) {
  const auto *picture = plan.picture();
  setCurrentWidget(m_state);
  if (plan.isPlanning() && !picture && plan.mistakes().empty())
    return m_state->showLoading();
  if (plan.folder().isEmpty())
    return m_state->showMessage(
        EmptyState::Kind::Empty,
        {tr("Choose a folder of business files"),
         tr("Plans, prices, limits, dunning and texts are files. What they would change is shown "
            "here before anything is applied."),
         tr("Choose folder…"), u"settings"_s});
  showMistakes(picture ? picture->report.refusals : plan.mistakes());
  m_changes->setVisible(picture != nullptr);
  if (picture)
    m_changes->show(picture->report.changes);
  m_mistakeTable->setMaximumHeight(
      picture ? m_mistakeTable->horizontalHeader()->sizeHint().height() +
                    (std::min(int(picture->report.refusals.size()), mostRefusalsShown) + 1) *
                        m_mistakeTable->verticalHeader()->defaultSectionSize()
              : QWIDGETSIZE_MAX);
  if (picture && picture->report.changes.empty())
    return m_state->showMessage(
        EmptyState::Kind::Empty,
        {tr("Nothing changes"),
         tr("These files are already applied: version %1.").arg(picture->version),
         tr("Choose folder…"), u"check-circle"_s});
  setCurrentIndex(0);
}

} // namespace tenantry::ui
