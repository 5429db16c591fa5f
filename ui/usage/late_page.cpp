// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/late_page.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_words.h"
#include "ui/organizations/words.h"
#include "ui/shell/export_action.h"
#include "ui/usage/late_cells.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::LateListModel;

namespace {
constexpr int leastLateWidth = 150;
} // namespace

LatePage::LatePage(models::Connection &connection, models::RunningWork &work, QWidget *pane)
    : m_list(connection), m_cells(new LateCells(m_list, connection.zone(), this)),
      m_metric(new Chip(tr("Metric"))), m_count(new ElidedLabel(TextStyle::Meta, Tone::Muted)),
      m_table(new TableView(tr("Late usage"), RowDensity::TwoLine)),
      m_export(new ExportAction(connection, work, m_list, *m_table, u"late-usage"_s, pane)) {
  m_records = new RecordList(m_list, *m_cells, m_table, makeFilterBar(), words(),
                             RecordList::FirstRow::Taken);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_records);
  setUpTable();
  m_columns = new ListColumns(m_list, *m_table, u"late-usage"_s);
  connect(m_records, &RecordList::shown, this, &LatePage::settled);
  connect(&m_list, &LateListModel::countChanged, this, [this] {
    m_count->setText(m_list.count() < 0 ? QString()
                                        : tr("%1 late events").arg(countText(m_list, locale())));
  });
  connect(m_records, &RecordList::emptyAction, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      setMetric({});
    else
      m_list.reload();
  });
}

QWidget *LatePage::makeFilterBar() {
  connect(m_metric, &Chip::clicked, this, &LatePage::chooseMetric);
  connect(m_metric, &Chip::removeRequested, this, [this] { setMetric({}); });
  return new FilterBar({m_metric}, m_count);
}

void LatePage::setUpTable() {
  m_table->setStretchColumn(LateListModel::OrganizationColumn);
  m_table->fitColumn(LateListModel::MetricColumn, tr("Active users") + u"mm"_s);
  m_table->fitColumn(LateListModel::QuantityColumn, u"−88,888,888"_s);
  m_table->fitColumn(LateListModel::OccurredColumn, u"28 Nov 2026, 28:88 mm"_s);
  m_table->fitColumn(LateListModel::LateColumn, tr("%n minute(s) late", nullptr, 88) + u"m"_s);
  m_table->fitColumn(LateListModel::PeriodColumn, u"28 Nov – 28 Nov 2026"_s);
  m_table->fitColumn(LateListModel::OutcomeColumn,
                     tr("On %1, its own").arg(u"INV-2026-888888"_s) + u"mm"_s);
  m_table->setColumnsToDrop({LateListModel::PeriodColumn, LateListModel::OccurredColumn,
                             LateListModel::MetricColumn, LateListModel::QuantityColumn},
                            leastLateWidth);
  m_table->horizontalHeader()->setSectionsClickable(false);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
    const auto value = m_cells->mapToSource(index).data(LateListModel::RowRole);
    if (!value.isValid())
      return;
    const auto row = value.value<usage::LateRow>();
    if (row.invoice.isEmpty())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, row.id.organization.toString(), u"usage"_s, {}});
    else
      Q_EMIT placeRequested({Place::Kind::Invoice, row.invoice, {}, {}});
  });
}

void LatePage::setMetric(const QString &metric) {
  m_list.setMetric(metric);
  m_metric->setValue(metric.isEmpty() ? QString() : metricName(metric));
}

void LatePage::chooseMetric() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &metric : m_metrics)
    menu->addAction(metricName(metric), this, [this, metric] { setMetric(metric); });
  menu->popup(m_metric->mapToGlobal(m_metric->rect().bottomLeft()));
}

void LatePage::focusFilter() { m_metric->setFocus(Qt::ShortcutFocusReason); }

bool LatePage::stepBack() {
  if (m_records->stepBack())
    return true;
  if (!m_list.metric().isEmpty()) {
    setMetric({});
    return true;
  }
  m_table->setFocus();
  return false;
}

ListWords LatePage::words() {
  return {tr("Late usage could not be loaded"),
          [] {
            return EmptyStateContent{tr("Nothing of this metric came late"),
                                     tr("Every event of it came while its period ran."),
                                     tr("Show all metrics")};
          },
          [] {
            return EmptyStateContent{tr("Nothing came late"),
                                     tr("Events stand here that came when their period was over. "
                                        "They are billed nevertheless."),
                                     {},
                                     u"check-circle"_s};
          }};
}

} // namespace tenantry::ui
