// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_listing.h"
#include "services/store/query_catalogue.h"
#include "tests/services/billing/billing_house.h"
#include "tests/services/billing/listed_invoices.h"
#include <set>

using namespace tenantry;
using namespace tenantry::billing;
using namespace tenantry::tests;

/// Pages of issued invoices, over a book in which many tie in day and due date.
class TestInvoiceListing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void pagesShowEachInvoiceOnceInOrder_data();
  void pagesShowEachInvoiceOnceInOrder();
  void thoseOfOneOrganization_data();
  void thoseOfOneOrganization();
  void aNumberIsFoundByItsBeginning_data();
  void aNumberIsFoundByItsBeginning();
  void aCreditNoteIsListedAsWhatItIs();
  void aDraftSaysWhyItWaits();
  void aCountEndsAtItsLimit();
  void wrongQueriesSayWhy_data();
  void wrongQueriesSayWhy();
  void aPageReadsItsIndex_data();
  void aPageReadsItsIndex();
  void aTenantSeesOnlyItsOwn();

private:
  BillingHouse m_house;
  std::unique_ptr<store::Database> m_staff = m_house.test.connect(u"finance"_s);
  VirtualClock m_clock{*parseInstant(u"2026-03-10T00:00:00Z"_s)};
  store::Session m_session{*m_staff, m_clock, u"tests"_s};
};

namespace {

/// What nobody has answered: of one paid invoice two refunds.
const QByteArray hasNoAnswer =
    "(organization_id, invoice_id) in (select organization_id, invoice_id from payment_attempt "
    "where "
    "status = 'unknown' and contradicted_at is null union select organization_id, invoice_id from "
    "refund where status = 'pending')";

QStringList idsOf(const std::vector<InvoiceRow> &rows) {
  QStringList ids;
  for (const auto &row : rows)
    ids += row.id.toString();
  return ids;
}

} // namespace

void TestInvoiceListing::initTestCase() {
  expect(m_house.test.connect()->script(listedInvoices));
  m_house.test.vacuum(
      {u"invoice"_s, u"credit_note"_s, u"invoice_hold"_s, u"payment_attempt"_s, u"refund"_s});
}

void TestInvoiceListing::pagesShowEachInvoiceOnceInOrder_data() {
  QTest::addColumn<InvoiceFilter>("filter");
  QTest::addColumn<InvoiceSort>("sort");
  QTest::addColumn<bool>("ascending");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<QByteArray>("order");
  const std::vector<std::pair<InvoiceFilter, QByteArray>> filters{
      {InvoiceFilter::All, "number is not null"},
      {InvoiceFilter::Open, "status = 'open'"},
      {InvoiceFilter::Overdue, "status = 'open' and due_at < '2026-03-10Z'"},
      {InvoiceFilter::Paid, "status = 'paid'"},
      {InvoiceFilter::Void, "status = 'void'"},
      {InvoiceFilter::Uncollectible, "status = 'uncollectible'"}};
  for (const bool up : {true, false})
    QTest::addRow("drafts %s", up ? "up" : "down")
        << InvoiceFilter::Draft << InvoiceSort::Issued << up << QByteArray("status = 'draft'")
        << (up ? QByteArray("created_at, organization_id, invoice_id")
               : QByteArray("created_at desc, organization_id desc, invoice_id desc"));
  for (const bool up : {true, false})
    QTest::addRow("BILL-2 credit notes %s", up ? "up" : "down")
        << InvoiceFilter::CreditNote << InvoiceSort::Issued << up << QByteArray("true")
        << (up ? QByteArray("issued_on, organization_id desc, credit_note_id desc")
               : QByteArray("issued_on desc, organization_id, credit_note_id"));
  for (const bool up : {true, false})
    QTest::addRow("BILL-4 unanswered %s", up ? "up" : "down")
        << InvoiceFilter::Unanswered << InvoiceSort::Issued << up << hasNoAnswer
        << (up ? QByteArray("issued_on, organization_id, invoice_id")
               : QByteArray("issued_on desc, organization_id, invoice_id"));
  for (const auto &[filter, where] : filters)
    for (const auto sort : {InvoiceSort::Issued, InvoiceSort::Due})
      for (const bool ascending : {true, false}) {
        const bool isOpen = filter == InvoiceFilter::Open || filter == InvoiceFilter::Overdue;
        if (sort == InvoiceSort::Due && !isOpen)
          continue;
        const bool byDue = sort == InvoiceSort::Due || filter == InvoiceFilter::Overdue;
        const QByteArray up = ascending ? "" : " desc";
        const QByteArray order =
            byDue       ? "due_at" + up + ", organization_id" + up + ", invoice_id" + up
            : ascending ? QByteArray("issued_on, organization_id desc, invoice_id desc")
                        : QByteArray("issued_on desc, organization_id, invoice_id");
        QTest::addRow("%s by %s%s", where.constData(), byDue ? "due" : "issued", up.constData())
            << filter << sort << ascending << where << order;
      }
}

void TestInvoiceListing::pagesShowEachInvoiceOnceInOrder() {
  QFETCH(InvoiceFilter, filter);
  QFETCH(InvoiceSort, sort);
  QFETCH(bool, ascending);
  QFETCH(QByteArray, where);
  QFETCH(QByteArray, order);
  InvoiceQuery query;
  query.filter = filter;
  query.sort = sort;
  query.ascending = ascending;
  query.pageSize = 199;
  QStringList listed;
  do {
    const auto page = expect(InvoiceListing(m_session).page(query));
    listed += idsOf(page.rows);
    query.after = page.next;
  } while (query.after);
  QStringList wanted;
  const QByteArray from = filter == InvoiceFilter::CreditNote ? "credit_note_id from credit_note"
                                                              : "invoice_id from invoice";
  for (const auto row :
       expect(m_staff->adHoc("select " + from + " where " + where + " order by " + order)))
    wanted += row.get<InvoiceId>(0).toString();
  QVERIFY(!wanted.isEmpty());
  QCOMPARE(listed, wanted);
  query.after.reset();
  QCOMPARE(expect(InvoiceListing(m_session).count(query)),
           std::min<std::int64_t>(wanted.size(), InvoiceListing::countLimit + 1));
}

void TestInvoiceListing::thoseOfOneOrganization_data() {
  QTest::addColumn<QByteArray>("firm");
  QTest::addColumn<InvoiceFilter>("filter");
  QTest::addColumn<QByteArray>("where");
  const std::tuple<QByteArray, InvoiceFilter, QByteArray> rows[] = {
      {"9", InvoiceFilter::All, "number is not null"},
      {"9", InvoiceFilter::Open, "status = 'open'"},
      {"9", InvoiceFilter::Overdue, "status = 'open' and due_at < '2026-03-10Z'"},
      {"9", InvoiceFilter::Draft, "status = 'draft'"},
      {"9", InvoiceFilter::CreditNote, "true"},
      {"401", InvoiceFilter::Unanswered, hasNoAnswer},
      {"2", InvoiceFilter::Paid, "status = 'paid'"},
      {"3", InvoiceFilter::Void, "status = 'void'"},
      {"4", InvoiceFilter::Uncollectible, "status = 'uncollectible'"}};
  for (const auto &[firm, filter, where] : rows)
    QTest::addRow("%s of %s", where.constData(), firm.constData()) << firm << filter << where;
}

void TestInvoiceListing::thoseOfOneOrganization() {
  QFETCH(QByteArray, firm);
  QFETCH(InvoiceFilter, filter);
  QFETCH(QByteArray, where);
  const bool areNotes = filter == InvoiceFilter::CreditNote;
  const QByteArray id = areNotes ? "credit_note_id" : "invoice_id";
  const QByteArray from = id + (areNotes ? " from credit_note" : " from invoice") +
                          " where organization_id = md5('" + firm + "')::uuid and " + where +
                          " order by " +
                          (areNotes ? "issued_on" : "coalesce(issued_on, created_at::date)");
  InvoiceQuery query;
  query.filter = filter;
  query.pageSize = 3;
  query.organization =
      OrganizationId(expect(m_staff->adHoc("select md5('" + firm + "')::uuid"))[0].get<QUuid>(0));
  for (const bool ascending : {true, false}) {
    query.ascending = ascending;
    QStringList listed, wanted;
    do {
      const auto page = expect(InvoiceListing(m_session).page(query));
      listed += idsOf(page.rows);
      query.after = page.next;
    } while (query.after);
    for (const auto row :
         expect(m_staff->adHoc("select " + from + (ascending ? "" : " desc") + ", " + id)))
      wanted += row.get<InvoiceId>(0).toString();
    QVERIFY(!wanted.isEmpty());
    QCOMPARE(listed, wanted);
    QCOMPARE(expect(InvoiceListing(m_session).count(query)), std::int64_t(wanted.size()));
  }
}

void TestInvoiceListing::aNumberIsFoundByItsBeginning_data() {
  QTest::addColumn<QString>("number");
  QTest::addColumn<qsizetype>("count");
  QTest::newRow("whole") << u"INV-2026-000123"_s << qsizetype(1);
  QTest::newRow("ten") << u"INV-2026-00012"_s << qsizetype(10);
  QTest::newRow("with blanks around") << u"  INV-2026-00012 "_s << qsizetype(10);
  QTest::newRow("many pages") << u"INV-2026-001"_s << qsizetype(1000);
  QTest::newRow("wildcards are letters") << u"INV-2026-%"_s << qsizetype(0);
  QTest::newRow("wildcards are found") << u"odd%_"_s << qsizetype(1);
  QTest::newRow("nothing") << u"XYZ"_s << qsizetype(0);
}

void TestInvoiceListing::aNumberIsFoundByItsBeginning() {
  QFETCH(QString, number);
  QFETCH(qsizetype, count);
  InvoiceQuery query;
  query.number = number;
  query.filter = InvoiceFilter::Void;
  std::vector<QString> found;
  do {
    const auto page = expect(InvoiceListing(m_session).page(query));
    for (const auto &row : page.rows) {
      found.push_back(row.number);
      const bool isOwed = row.status == InvoiceStatus::Open; // nobody owes a void invoice
      QCOMPARE(row.amountDue, isOwed ? row.total : std::int64_t(0));
    }
    query.after = page.next;
  } while (query.after);
  QCOMPARE(static_cast<qsizetype>(found.size()), count);
  QVERIFY(std::is_sorted(found.begin(), found.end()));
  QCOMPARE(std::set<QString>(found.begin(), found.end()).size(), found.size());
  QCOMPARE(expect(InvoiceListing(m_session).count(query)), static_cast<std::int64_t>(count));
}

void TestInvoiceListing::aCreditNoteIsListedAsWhatItIs() {
  InvoiceQuery query;
  query.filter = InvoiceFilter::CreditNote;
  query.number = u"CN-2026-00012"_s;
  const auto page = expect(InvoiceListing(m_session).page(query));
  QCOMPARE(page.rows.size(), std::size_t(10));
  QCOMPARE(expect(InvoiceListing(m_session).count(query)), std::int64_t(10));
  for (const auto &row : page.rows) {
    QVERIFY(row.isCreditNote);
    QCOMPARE(row.total, std::int64_t(100));
    QCOMPARE(row.amountDue, std::int64_t(0));
    QVERIFY(!row.dueOn);
  }
  query.filter = InvoiceFilter::All;
  QVERIFY(expect(InvoiceListing(m_session).page(query)).rows.empty());
}

void TestInvoiceListing::aDraftSaysWhyItWaits() {
  InvoiceQuery query;
  query.filter = InvoiceFilter::Draft;
  query.pageSize = 200;
  int waiting = 0, others = 0;
  do {
    const auto page = expect(InvoiceListing(m_session).page(query));
    for (const auto &row : page.rows)
      (row.holdReason == u"Disputed"_s ? waiting : others) += 1;
    query.after = page.next;
  } while (query.after);
  QCOMPARE(waiting, 40);
  QCOMPARE(others, 460);
}

void TestInvoiceListing::aCountEndsAtItsLimit() {
  QCOMPARE(expect(InvoiceListing(m_session).count({})), InvoiceListing::countLimit + 1);
}

void TestInvoiceListing::wrongQueriesSayWhy_data() {
  QTest::addColumn<InvoiceFilter>("filter");
  QTest::addColumn<InvoiceSort>("sort");
  QTest::addColumn<int>("pageSize");
  QTest::addColumn<bool>("foreignCursor");
  QTest::addColumn<QString>("code");
  QTest::newRow("no rows") << InvoiceFilter::All << InvoiceSort::Issued << 0 << false
                           << u"list.page_size"_s;
  QTest::newRow("too many") << InvoiceFilter::All << InvoiceSort::Issued << 201 << false
                            << u"list.page_size"_s;
  QTest::newRow("all by due") << InvoiceFilter::All << InvoiceSort::Due << 100 << false
                              << u"list.order"_s;
  QTest::newRow("paid by due") << InvoiceFilter::Paid << InvoiceSort::Due << 100 << false
                               << u"list.order"_s;
  QTest::newRow("cursor") << InvoiceFilter::Overdue << InvoiceSort::Due << 100 << true
                          << u"list.cursor"_s;
}

void TestInvoiceListing::wrongQueriesSayWhy() {
  QFETCH(InvoiceFilter, filter);
  QFETCH(InvoiceSort, sort);
  QFETCH(int, pageSize);
  QFETCH(bool, foreignCursor);
  InvoiceQuery query;
  query.filter = filter;
  query.sort = sort;
  query.pageSize = pageSize;
  if (foreignCursor)
    query.after = InvoiceCursor{LocalDay{}, {}, {}};
  const auto page = InvoiceListing(m_session).page(query);
  QVERIFY(!page);
  QTEST(page.error().code, "code");
}

void TestInvoiceListing::aPageReadsItsIndex_data() {
  QTest::addColumn<QString>("part");
  const auto ofOrganization = u"Index Cond: (organization_id = $"_s;
  for (const auto &[query, part] : std::initializer_list<std::pair<const char *, QString>>{
           {"invoices_by_issued_descending", u"using invoice_by_issue on"_s},
           {"invoices_by_issued_ascending", u"using invoice_by_issue on"_s},
           {"invoices_by_issued_descending_of_status", u"using invoice_by_status_issue on"_s},
           {"invoices_by_issued_ascending_of_status", u"using invoice_by_status_issue on"_s},
           {"invoices_by_due_ascending", u"using invoice_open_due on"_s},
           {"invoices_drafts_ascending", u"using invoice_draft on"_s},
           {"invoices_drafts_descending", u"using invoice_draft on"_s},
           {"invoices_by_due_descending", u"using invoice_open_due on"_s},
           {"invoices_by_number", u"using invoice_by_number on"_s},
           {"credit_notes_by_issued_descending", u"using credit_note_by_issue on"_s},
           {"credit_notes_by_issued_ascending", u"using credit_note_by_issue on"_s},
           {"credit_notes_by_number", u"using credit_note_by_number on"_s},
           {"invoices_unanswered", u"payment_attempt_live"_s},
           {"invoices_counted_unanswered", u"refund_live"_s},
           {"invoices_by_organization", ofOrganization},
           {"invoices_counted_of_organization", ofOrganization},
           {"credit_notes_by_organization", ofOrganization},
           {"credit_notes_counted_of_organization", ofOrganization}})
    QTest::newRow(query) << part;
}

void TestInvoiceListing::aPageReadsItsIndex() {
  QFETCH(QString, part);
  const QByteArray name = QTest::currentDataTag();
  const bool byDue = name.contains("due") || name.contains("drafts"),
             byNumber = name.contains("number");
  const std::map<std::string, std::pair<QByteArray, QByteArray>> known{
      {"status", {"text", "'paid'"}},
      {"statuses", {"text[]", "'{paid,open}'"}},
      {"sign", {"bigint", "-1"}},
      {"whose", {"uuid", "null"}},
      {"most", {"bigint", "100"}},
      {"value", byDue      ? std::pair<QByteArray, QByteArray>{"timestamptz", "'2026-02-01Z'"}
                : byNumber ? std::pair<QByteArray, QByteArray>{"text", "'INV-2026-001'"}
                           : std::pair<QByteArray, QByteArray>{"date", "'2026-02-01'"}},
      {"from", {"text", "'INV-2026-001'"}},
      {"to", {"text", "'INV-2026-001z'"}},
      {"since", {"timestamptz", "'2026-01-01Z'"}},
      {"before", {"timestamptz", "'2026-03-10Z'"}},
      {"organization", {"uuid", "'80000000-0000-0000-0000-000000000000'"}},
      {"id", {"uuid", "'80000000-0000-0000-0000-000000000000'"}},
      {"count", {"bigint", "100"}}};
  const auto &query = store::QueryCatalogue::compiledIn().find(name.toStdString());
  QByteArrayList types, values;
  for (const auto &parameter : query.parameters) {
    types += known.at(parameter).first;
    values += known.at(parameter).second;
  }
  const auto staff = m_house.test.connect(u"finance"_s);
  expect(staff->script("set plan_cache_mode = force_generic_plan; prepare planned (" +
                       types.join(", ") + ") as " + QByteArray::fromStdString(query.sql)));
  QString plan;
  for (const auto row :
       expect(staff->adHoc("explain (costs off) execute planned (" + values.join(", ") + ")")))
    plan += row.get<QString>(0) + u'\n';
  QVERIFY2(plan.contains(part), qPrintable(plan));
  QVERIFY2(!plan.contains(u"Seq Scan"_s), qPrintable(plan));
}

void TestInvoiceListing::aTenantSeesOnlyItsOwn() {
  const auto tenant = m_house.test.connect(u"tenant"_s);
  const auto own = OrganizationId::fromString(
      expect(m_staff->adHoc("select md5('7')::uuid"))[0].get<QUuid>(0).toString());
  store::Session session{*tenant, m_clock, u"tests"_s};
  const auto page = expect(tenant->transaction([&]() -> Result<InvoiceListPage> {
    TENANTRY_CHECK(tenant->enterOrganization(own));
    return InvoiceListing(session).page({});
  }));
  QCOMPARE(page.rows.size(), 10U);
  for (const auto &row : page.rows)
    QCOMPARE(row.organization, own);
  QVERIFY(expect(InvoiceListing(session).page({})).rows.empty());
}

QTEST_GUILESS_MAIN(TestInvoiceListing)
#include "tst_invoice_listing.moc"
