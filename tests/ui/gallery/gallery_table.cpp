// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallery_table.h"
#include "ui/theme/tone.h"
#include "ui/widgets/cell_roles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QStandardItem *makeCell(CellKind kind, const QString &text = {}) {
  auto *item = new QStandardItem(text);
  item->setData(int(kind), KindRole);
  return item;
}

QStandardItem *makeMoney(qint64 minor, bool strong = false, bool hideMinor = false) {
  auto *item = makeCell(CellKind::Money);
  if (minor != 0)
    item->setData(QVariant::fromValue(Money(minor, *Currency::parse(u"USD"))), MoneyRole);
  item->setData(strong, StrongRole);
  item->setData(hideMinor, HideMinorUnitsRole);
  return item;
}

QStandardItem *makeDelta(double percent, double threshold = 5) {
  auto *item = makeCell(CellKind::Delta);
  item->setData(percent, DeltaRole);
  item->setData(threshold, ThresholdRole);
  return item;
}

QStandardItem *makeToned(CellKind kind, const QString &text, Tone tone) {
  auto *item = makeCell(kind, text);
  item->setData(int(tone), ToneRole);
  return item;
}

QStandardItem *makeHealth(int score) {
  auto *item = makeToned(CellKind::Bar, QString::number(score),
                         score < 50   ? Tone::Danger
                         : score < 70 ? Tone::Warning
                                      : Tone::Success);
  item->setData(score / 100.0, ShareRole);
  return item;
}

QStandardItem *makeTrend(double slope) {
  QVector<double> series;
  for (int i = 0; i < 14; ++i)
    series << 10 + i * slope + (i * 7 % 5) * 0.3;
  auto *item = makeToned(CellKind::Spark, {}, slope < 0 ? Tone::Danger : Tone::Accent);
  item->setData(QVariant::fromValue(series), SeriesRole);
  return item;
}

struct Organization {
  const char16_t *name, *domain, *plan;
  Tone tone;
  qint64 mrr;
  double delta;
  int health;
};

constexpr Organization organizations[] = {
    {u"Halcyon Health", u"halcyonhealth.com", u"Enterprise", Tone::Violet, 2864000, 8.4, 92},
    {u"Kestrel Bank", u"kestrelbank.co.uk", u"Enterprise", Tone::Violet, 2410000, -6.1, 58},
    {u"Northwind Robotics", u"northwind.io", u"Enterprise", Tone::Violet, 1975000, 12.7, 88},
    {u"Fjord Logistics", u"fjordlogistics.no", u"Business", Tone::Info, 1126000, 4.0, 76},
    {u"Peregrine Air", u"peregrine.aero", u"Business", Tone::Info, 984000, -14.8, 41},
    {u"Lumen & Co. Legal", u"lumenlegal.com", u"Team", Tone::Neutral, 348000, 0.0, 79},
    {u"Oakline Furniture with a very long name Holding", u"oakline.se", u"Team", Tone::Neutral,
     254000, 1.8, 73},
};

struct Invoice {
  const char16_t *number, *finding;
  Tone tone;
  qint64 subscription, usage;
  double delta;
};

constexpr Invoice invoices[] = {
    {u"INV-21406", u"Usage +312% vs median", Tone::Danger, 984000, 412360, 312.4},
    {u"INV-21377", u"Seats changed mid-period", Tone::Warning, 2410000, 0, -6.1},
    {u"INV-21384", u"First invoice after upgrade", Tone::Info, 862500, 18275, 6.9},
    {u"INV-21371", u"", Tone::Neutral, 2864000, 96410, 8.4},
    {u"INV-21372", u"", Tone::Neutral, -1975000, 205130, 0},
};

} // namespace

QStandardItemModel *makeOrganizationRows(QObject *parent) {
  auto *model = new QStandardItemModel(parent);
  for (const auto &o : organizations) {
    auto *name = makeCell(CellKind::TwoLine, QString::fromUtf16(o.name));
    name->setData(QString::fromUtf16(o.domain), SecondLineRole);
    model->appendRow({name, makeToned(CellKind::Badge, QString::fromUtf16(o.plan), o.tone),
                      makeMoney(o.mrr, false, true), makeDelta(o.delta), makeTrend(o.delta / 10),
                      makeHealth(o.health)});
  }
  model->setHorizontalHeaderLabels(
      {u"Organization"_s, u"Plan"_s, u"MRR"_s, u"30 d"_s, u"Usage"_s, u"Health"_s});
  for (const int column : {2, 3})
    model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return model;
}

QStandardItemModel *makeInvoiceRows(QObject *parent) {
  using namespace std::chrono;
  auto *model = new QStandardItemModel(parent);
  int row = 0;
  for (const auto &i : invoices) {
    auto *check = makeCell(CellKind::Check);
    check->setCheckable(true);
    check->setCheckState(row == 0 ? Qt::Checked : row == 1 ? Qt::PartiallyChecked : Qt::Unchecked);
    auto *day = makeCell(CellKind::Date);
    day->setData(QVariant::fromValue(LocalDay(local_days(year(2026) / 11 / (1 + row)))), DayRole);
    auto *number = makeCell(CellKind::Number);
    number->setData(qint64(i.usage), NumberRole);
    model->appendRow({check, makeToned(CellKind::Text, QString::fromUtf16(i.number), Tone::Text2),
                      makeToned(CellKind::Finding, QString::fromUtf16(i.finding), i.tone), day,
                      number, makeMoney(i.subscription), makeMoney(i.usage),
                      makeMoney(i.subscription + i.usage, true), makeDelta(i.delta, 20)});
    ++row;
  }
  model->setHorizontalHeaderLabels({u""_s, u"Invoice"_s, u"Finding"_s, u"Day"_s, u"Events"_s,
                                    u"Subscription"_s, u"Usage"_s, u"Total"_s, u"vs Oct"_s});
  for (const int column : {4, 5, 6, 7, 8})
    model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return model;
}

} // namespace tenantry::ui
