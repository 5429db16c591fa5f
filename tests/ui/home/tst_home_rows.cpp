// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/home/home_house.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/home/figure_button.h"
#include "ui/home/figure_page.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_memory.h"
#include "ui/shell/export_action.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme_manager.h"
#include "ui/widgets/table_view.h"
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::tests;
using namespace tenantry::ui;
using models::HomeFigure;

/// The rows behind the figures of the home, in real windows, for each group of staff (check 18).
class TestHomeRows : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void check18_everyNumberIsThatOfItsRows_data();
  void check18_everyNumberIsThatOfItsRows();
  void check18_theStepsOfTheWaterfallLeadToTheirMovements();
  void check18_aRowLeadsToItsRecord();
  void check25_theRowsAreAListAsEveryOther();
  void figuresOfWhoeverLooks_data();
  void figuresOfWhoeverLooks();
};

namespace {

/// A book in which every figure counts something that its neighbours do not.
void fillBook(House &house) {
  QByteArrayList ids;
  house.addOrganizations(
      {u"Delta Foods"_s, u"Ember Labs"_s, u"Fjord Lines"_s, u"Grove Hotels"_s, u"Harbor Mills"_s});
  for (const auto &id : std::as_const(house.ids))
    ids += "'" + id.toString().toLatin1() + "'::uuid";
  QByteArray sql = R"(set session_replication_role = replica;
update organization set status = 'active' where organization_id in (ID0, ID1, ID2, ID3);
update organization set status = 'suspended', status_before = 'active' where organization_id = ID4;
update organization set status = 'onboarding', created_at = now() - interval '20 days' where organization_id = ID5;
update organization set status = 'onboarding' where organization_id = ID6;
insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency,
                          anchor_day, period_index, period_from, period_to, period_from_at, period_to_at, due_at, started_at,
                          mrr_twelfths)
  select o, o, 'pro', o, status, every, 'EUR', current_date - 20, 0, current_date - 20, current_date + days,
         now() - interval '20 days', now() + days * interval '1 day', now() + days * interval '1 day', now(), 12000
  from (values (ID0, 'active', 'year', 10), (ID1, 'past_due', 'month', 10), (ID2, 'active', 'year', 50),
               (ID3, 'active', 'month', 10)) as s (o, status, every, days);
update organization set mrr_twelfths = 12000 where organization_id in (ID0, ID1, ID2, ID3);
insert into mrr_movement (organization_id, movement_id, subscription_id, kind, currency, delta_twelfths, occurred_at,
                          business_day)
  select o, md5(o::text || kind)::uuid, o, kind, 'EUR', twelfths, now(), day from (values
    (ID0, 'new', 6000, current_date - 70), (ID0, 'expansion', 6000, current_date), (ID1, 'new', 12000, current_date),
    (ID2, 'new', 12000, current_date), (ID3, 'new', 12000, current_date - 70),
    (ID5, 'new', 500, current_date + 1)) as m (o, kind, twelfths, day);
insert into usage_alert values (ID2, 'api_calls', now() - interval '20 days', 100, now() - interval '1 day');
insert into invoice (organization_id, invoice_id, number, kind, status, currency, net, tax, total, paid, customer,
                     issued_on, due_on, due_at, created_at, finalized_at)
  select o, md5(number)::uuid, number, 'one_off', status, 'EUR', 1000, 0, 1000, case when status = 'paid' then 1000 else 0 end,
         '{}', current_date - 37, current_date - 7 + late, now() - interval '7 days' + late * interval '1 day', now(), now()
  from (values (ID0, 'INV-2026-000001', 'open', 0), (ID1, 'INV-2026-000002', 'open', 0),
               (ID3, 'INV-2026-000003', 'open', 30), (ID3, 'INV-2026-000004', 'paid', 0),
               (ID4, 'INV-2026-000005', 'paid', 0)) as i (o, number, status, late);
insert into payment_attempt (organization_id, payment_attempt_id, invoice_id, attempt_no, payment_method_id,
                             idempotency_key, amount, currency, status, decline_code, created_at, finished_at)
  select o, md5(number || n)::uuid, md5(number)::uuid, n, o, number || n, 1000, 'EUR', 'failed', 'insufficient_funds', now(),
         now() - n * interval '1 day'
  from (values (ID1, 'INV-2026-000002', 1), (ID1, 'INV-2026-000002', 2), (ID3, 'INV-2026-000004', 1),
               (ID3, 'INV-2026-000003', 40)) as a (o, number, n);
insert into payment (organization_id, payment_id, source, amount, currency, reference, received_at)
  select o, md5('p' || n)::uuid, 'transfer', 1000, 'EUR', 'r', at from (values
    (ID3, 1, now()), (ID4, 2, now()), (ID4, 3, now()), (ID0, 4, now() - interval '40 days')) as p (o, n, at);
insert into payment_reversal values (ID4, md5('p3')::uuid, now());
insert into payment_allocation values (ID3, md5('p1')::uuid, md5('INV-2026-000004')::uuid, 1000);
insert into bank_entry (bank_entry_id, bank_statement_id, account, entry_key, amount, currency, booked_on, status, settled_at)
  select md5(n::text)::uuid, md5('s')::uuid, 'a', n::text, 100, 'EUR', current_date, status, now()
  from (values (1, 'waiting'), (2, 'waiting'), (3, 'matched')) as b (n, status);
)";
  for (qsizetype i = 0; i < ids.size(); ++i)
    sql.replace("ID" + QByteArray::number(i), ids[i]);
  house.asOther([&](store::Database &database) { House::run(database, sql); });
}

} // namespace

void TestHomeRows::check18_everyNumberIsThatOfItsRows_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<int>("figure");
  QTest::addColumn<int>("rows");
  const std::map<HomeFigure, int> rows{{HomeFigure::Overdue, 2},    {HomeFigure::Failed, 1},
                                       {HomeFigure::Unmatched, 2},  {HomeFigure::Received, 2},
                                       {HomeFigure::Mrr, 4},        {HomeFigure::Attention, 4},
                                       {HomeFigure::Onboarding, 1}, {HomeFigure::Renewals, 1}};
  for (const auto &role :
       {u"finance"_s, u"success"_s, u"support"_s, u"manager"_s, u"administrator"_s})
    for (const auto figure : models::homeFigures({role}))
      if (const auto known = rows.find(figure); known != rows.end())
        QTest::addRow("%s, %d", qPrintable(role), int(figure))
            << role << int(figure) << known->second;
}

/// As many rows as the figure says stand in the list that it opens, for whoever sees it.
void TestHomeRows::check18_everyNumberIsThatOfItsRows() {
  QFETCH(QString, role);
  QFETCH(int, figure);
  QFETCH(int, rows);
  House house(role);
  fillBook(house);
  QVERIFY(house.showHome());
  auto *button = house.home->figure(HomeFigure(figure));
  const bool isMoney = HomeFigure(figure) == HomeFigure::Mrr;
  const QString said = isMoney ? u"40"_s : QString::number(rows);
  QVERIFY2(button->accessibleName().contains(said), qPrintable(button->accessibleName()));
  QTest::mouseClick(button, Qt::LeftButton);
  const auto place = house.window->place();
  QCOMPARE(place, button->place());
  models::PagedListModel *list = &house.home->rows()->rows();
  if (place.kind == ui::Place::Kind::Organizations)
    list = &house.pane->list();
  if (place.kind == ui::Place::Kind::Invoices)
    list = &house.invoices->list();
  if (place.kind == ui::Place::Kind::Matching)
    list = &house.matching->records()->list();
  QTRY_COMPARE(list->state(), models::PagedListModel::State::Ready);
  QTRY_COMPARE(list->count(), rows);
  QTRY_COMPARE(list->rowCount(), rows);
}

void TestHomeRows::check18_theStepsOfTheWaterfallLeadToTheirMovements() {
  House house;
  fillBook(house);
  QVERIFY(house.showHome());
  auto *chart = house.home->findChild<WaterfallChart *>();
  const int rows[] = {2, 2, 1, 0, 0, 0}; // opening, new, expansion, reactivation, …
  for (int step = 0; step < 6; ++step) {
    chart->setFocus();
    chart->readOut(std::size_t(step));
    QTest::keyClick(chart, Qt::Key_Return);
    auto &list = house.home->rows()->rows();
    QTRY_COMPARE(list.state(), models::PagedListModel::State::Ready);
    QTRY_COMPARE(list.count(), rows[step]);
    std::int64_t sum = 0;
    for (int row = 0; row < list.rowCount(); ++row)
      sum += list.index(row, 0)
                 .data(models::FigureRowsModel::RowRole)
                 .value<payments::FigureRow>()
                 .twelfths;
    QCOMPARE(std::optional<qint64>(sum / 12), chart->data().value(0, std::size_t(step)));
    QTest::keyClick(house.window.get(), Qt::Key_Escape);
    QCOMPARE(house.window->place(), house.home->home());
  }
  // What a link says wrongly is the home.
  for (const auto &link : {u"tenantry://home?tab=movements"_s,
                           u"tenantry://home?tab=movements&filter=x.EUR&date=2026-01-01"_s,
                           u"tenantry://home?tab=nothing"_s}) {
    house.window->open(ui::Place::parse(link).value());
    QVERIFY(!house.home->rows()->isVisible());
  }
}

void TestHomeRows::check18_aRowLeadsToItsRecord() {
  House house;
  fillBook(house);
  QVERIFY(house.showHome());
  QTest::mouseClick(house.home->figure(HomeFigure::Attention), Qt::LeftButton);
  auto *table = house.home->rows()->table();
  QTRY_COMPARE(table->model()->rowCount(), 4);
  QVERIFY(table->model()->index(0, 1).data().toString().contains(u"limit reached"_s) ||
          table->model()->index(1, 1).data().toString().contains(u"limit reached"_s));
  table->setCurrentIndex(table->model()->index(3, 0));
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(house.window->place().kind, ui::Place::Kind::Organization);
  QTest::keyClick(house.window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(house.window->place().link(), u"tenantry://home?tab=attention"_s);
}

/// Columns are chosen, moved and kept for whoever comes back; the file has what is seen.
void TestHomeRows::check25_theRowsAreAListAsEveryOther() {
  House house;
  fillBook(house);
  const QTemporaryDir folder;
  const auto kept = folder.filePath(u"console.ini"_s);
  ListMemory memory(kept);
  house.home->keepIn(memory);
  QVERIFY(house.showHome());
  QTest::mouseClick(house.home->figure(HomeFigure::Attention), Qt::LeftButton);
  auto *page = house.home->rows();
  QTRY_COMPARE(page->table()->model()->rowCount(), 4);
  QCOMPARE(page->table()->model()->headerData(models::FigureRowsModel::DayColumn, Qt::Horizontal),
           QVariant(u"Customer since"_s)); // not since when they need it
  const int reasons =
      textMetrics(TextStyle::Body).horizontalAdvance(u"limit reached, payment failed, suspended"_s);
  QVERIFY(page->table()->columnWidth(models::FigureRowsModel::AboutColumn) > reasons);
  auto *menu = page->columns()->makeMenu();
  menu->actions().at(models::FigureRowsModel::DayColumn)->trigger();
  menu->close();
  page->table()->horizontalHeader()->moveSection(models::FigureRowsModel::AboutColumn, 0);
  const auto path = folder.filePath(u"seen.csv"_s);
  page->exporting()->exportTo(path);
  QTRY_VERIFY(QFile::exists(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = QString::fromUtf8(file.readAll().mid(3)).split(u"\r\n"_s);
  QCOMPARE(lines.front(), u"\"Why\",\"Organization\",\"MRR\",\"Currency\""_s);
  QCOMPARE(lines.size(), 6); // the last one is empty
  QTRY_COMPARE(memory.columns(u"figure"_s), page->columns()->layout());
  QCOMPARE(page->columns()->layout().front().key, u"about"_s);
}

void TestHomeRows::figuresOfWhoeverLooks_data() {
  QTest::addColumn<QString>("role");
  QTest::addColumn<QList<int>>("figures");
  using enum HomeFigure;
  QTest::newRow("finance") << u"finance"_s << QList<int>{int(Run),       int(Overdue),  int(Failed),
                                                         int(Unmatched), int(Received), int(Mrr)};
  QTest::newRow("success") << u"success"_s
                           << QList<int>{int(Attention), int(Renewals), int(Onboarding),
                                         int(Overdue)};
  QTest::newRow("support") << u"support"_s
                           << QList<int>{int(Attention), int(Onboarding), int(Overdue)};
}

/// Those of the group stand there, each read with its rights, and no other.
void TestHomeRows::figuresOfWhoeverLooks() {
  QFETCH(QString, role);
  QFETCH(QList<int>, figures);
  House house(role);
  fillBook(house);
  QVERIFY(house.showHome());
  for (int figure = 0; figure <= int(HomeFigure::Onboarding); ++figure) {
    auto *button = house.home->figure(HomeFigure(figure));
    QCOMPARE(button != nullptr, figures.contains(figure));
    if (button)
      QVERIFY2(!button->accessibleName().contains(u"could not"_s),
               qPrintable(button->accessibleName()));
  }
}

QTEST_MAIN(TestHomeRows)
#include "tst_home_rows.moc"
