// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/business/change_table.h"
#include "ui/business/business_words.h"
#include "ui/business/fact_rows.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

enum ChangeColumn { FactColumnAt, KindColumn, BeforeColumn, AfterColumn };
constexpr int leastFactWidth = 220;

QString valueText(const QString &value) { return value.isEmpty() ? u"–"_s : value; }

} // namespace

ChangeTable::ChangeTable(const QString &name, QWidget *parent)
    : TableView(name, RowDensity::OneLine, parent),
      m_rows(new FactRows({{businessWord(BusinessWord::Fact)},
                           {businessWord(BusinessWord::Change), CellKind::Badge},
                           {businessWord(BusinessWord::Before)},
                           {businessWord(BusinessWord::After)}},
                          this)) {
  setModel(m_rows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setStretchColumn(FactColumnAt);
  for (const int column : {BeforeColumn, AfterColumn})
    fitColumn(column, u"8,888,888.88 USD a month"_s);
  fitColumn(KindColumn, changeWord(business::Change::Kind::Changed) + u"  "_s);
  setColumnsToDrop({BeforeColumn}, leastFactWidth);
  horizontalHeader()->setSectionsClickable(false);
}

void ChangeTable::show(const std::vector<business::Change> &changes) {
  std::vector<std::vector<Fact>> rows;
  for (const auto &change : changes)
    rows.push_back({{.text = change.path},
                    {.text = changeWord(change.kind), .tone = changeTone(change.kind)},
                    {.text = valueText(change.before)},
                    {.text = valueText(change.after)}});
  m_rows->setRows(std::move(rows));
}

} // namespace tenantry::ui
