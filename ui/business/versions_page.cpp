// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/versions_page.h"
#include "ui/business/change_table.h"
#include "ui/business/fact_rows.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int mostVersionsWidth = 400, leastVersionsWidth = 250, leastAppliedWidth = 165;

} // namespace

VersionsPage::VersionsPage(models::Connection &connection, QWidget *parent)
    : QStackedWidget(parent), m_zone(connection.zone()), m_versions(connection),
      m_rows(new FactRows({{tr("Version"), CellKind::Number}, {tr("Applied")}, {tr("By")}}, this)),
      m_table(new TableView(tr("Applied versions"))),
      m_head(new SectionHeader({}, SectionHeader::Level::Part)),
      m_changes(new ChangeTable(tr("What the version changed"))), m_state(new EmptyState) {
  m_table->setModel(m_rows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(1);
  m_table->fitColumn(0, u"88,888"_s);
  m_table->fitColumn(2, u"tenantryctl"_s);
  m_table->setColumnsToDrop({2}, leastAppliedWidth);
  m_table->horizontalHeader()->setSectionsClickable(false);
  auto *beside = new QWidget;
  auto *column = new QVBoxLayout(beside);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_head->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  column->addWidget(m_head);
  column->addWidget(new Separator);
  column->addWidget(m_changes, 1);
  auto *page = new QWidget;
  auto *row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_table);
  row->addWidget(new Separator(Qt::Vertical));
  row->addWidget(beside, 1);
  addWidget(page);
  addWidget(m_state);
  m_state->showLoading();
  setCurrentWidget(m_state);
  connect(&m_versions, &models::BusinessVersions::changed, this, &VersionsPage::showVersions);
  connect(m_state, &EmptyState::actionTriggered, this, &VersionsPage::reload);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &now) {
            if (now.isValid() && m_shown[std::size_t(now.row())].number != m_versions.chosen())
              m_versions.choose(m_shown[std::size_t(now.row())].number);
          });
}

// In a small window the facts need the room.
void VersionsPage::resizeEvent(QResizeEvent *event) {
  QStackedWidget::resizeEvent(event);
  m_table->setFixedWidth(std::clamp(width() / 3, leastVersionsWidth, mostVersionsWidth));
}

bool VersionsPage::isSettled() const {
  return !m_versions.isFetching() && (m_versions.isThere() || m_versions.error());
}

void VersionsPage::showVersions() {
  if (const auto &error = m_versions.error()) {
    m_state->showMessage(EmptyState::Kind::Error, {tr("The versions could not be loaded"),
                                                   saidWithReference(*error), tr("Try again")});
    setCurrentWidget(m_state);
  } else if (m_versions.isThere() && m_versions.versions().empty()) {
    m_state->showMessage(EmptyState::Kind::Empty,
                         {tr("No business files have been applied yet"),
                          tr("Choose a folder of business files and apply it: then there is "
                             "something to sell."),
                          {},
                          u"settings"_s});
    setCurrentWidget(m_state);
  } else if (m_versions.isThere()) {
    showChosen();
    setCurrentIndex(0);
  }
  if (isSettled())
    Q_EMIT settled();
}

void VersionsPage::showChosen() {
  if (m_shown != m_versions.versions()) {
    m_shown = m_versions.versions();
    std::vector<std::vector<Fact>> rows;
    for (const auto &version : m_shown)
      rows.push_back({{.number = version.number},
                      {.text = formatInstant(version.appliedAt, m_zone, locale())},
                      {.text = version.author}});
    m_rows->setRows(std::move(rows));
    m_table->chooseRow(0);
  }
  const auto *changes = m_versions.changes();
  m_head->setTitle(tr("What version %1 changed").arg(m_versions.chosen()));
  m_head->setFact(changes ? tr("%n fact(s)", nullptr, int(changes->size())) : QString());
  m_changes->show(changes ? *changes : std::vector<business::Change>{});
}

} // namespace tenantry::ui
