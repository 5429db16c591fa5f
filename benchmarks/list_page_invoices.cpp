// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/list_page_invoices.h"

#include "benchmarks/invoice_rows.h"
#include "benchmarks/walked_lists.h"
#include "services/billing/invoice_listing.h"

using namespace Qt::StringLiterals;
using tenantry::billing::InvoiceFilter;
using tenantry::billing::InvoiceListing;
using tenantry::billing::InvoiceQuery;
using tenantry::billing::InvoiceSort;

namespace tenantry::benchmarks {

namespace {

using List = WalkedList<InvoiceListing, InvoiceQuery>;

constexpr int invoicesOfAnOrganization = 50;

constexpr auto fillOrganizations = R"(
  insert into organization (organization_id, name, email, address_country, time_zone, currency, status, created_at,
                            updated_at)
  select gen_random_uuid(), 'Firm ' || md5(n::text), 'ops' || n || '@firm.example', 'DE', 'UTC', 'EUR', 'active',
         '2020-01-01Z', now()
  from generate_series(1, :count) as n)";

struct Order {
  InvoiceSort sort;
  bool ascending;
  const char *type;
  const char *beyond;
  const char *by;
};

// No row comparison goes down and up at once: the first column bounds it, the rest is skipped.
constexpr std::array orders{
    Order{InvoiceSort::Issued, false, "date",
          "issued_on <= $1 and (issued_on < $1 or (organization_id, invoice_id) > ($2, $3))",
          "issued_on desc, organization_id, invoice_id"},
    Order{InvoiceSort::Issued, true, "date",
          "issued_on >= $1 and (issued_on > $1 or (organization_id, invoice_id) < ($2, $3))",
          "issued_on, organization_id desc, invoice_id desc"},
    Order{InvoiceSort::Due, false, "timestamptz",
          "(due_at, organization_id, invoice_id) < ($1, $2, $3)",
          "due_at desc, organization_id desc, invoice_id desc"},
    Order{InvoiceSort::Due, true, "timestamptz",
          "(due_at, organization_id, invoice_id) > ($1, $2, $3)",
          "due_at, organization_id, invoice_id"}};

constexpr Order byNumber{InvoiceSort::Issued, true, "text",
                         "number ~>=~ $1 and (number ~>~ $1 or organization_id > $2)",
                         "number using ~<~, organization_id"};

struct Filter {
  InvoiceFilter filter;
  const char *condition;
};
constexpr std::array filters{
    Filter{InvoiceFilter::All, ""},
    Filter{InvoiceFilter::Open, "status = 'open' and "},
    Filter{InvoiceFilter::Overdue, "status = 'open' and due_at < now() and "},
    Filter{InvoiceFilter::Paid, "status = 'paid' and "},
    Filter{InvoiceFilter::Void, "status = 'void' and "},
    Filter{InvoiceFilter::Uncollectible, "status = 'uncollectible' and "}};

QByteArray byHand(const QByteArray &name, const Order &order, const char *condition) {
  return "prepare " + name + " (" + order.type +
         ", uuid, uuid) as select page.*, o.name from (select organization_id, invoice_id, number, "
         "kind, status, currency, total, amount_due, issued_on, due_on, due_at from invoice "
         "where number is not null and " +
         condition + order.beyond + " order by " + order.by + " limit " +
         QByteArray::number(rowsOfAPage + 1) +
         ") as page join organization as o using (organization_id) order by page." +
         QByteArray(order.by).replace(", ", ", page.");
}

bool isOffered(InvoiceFilter filter, InvoiceSort sort) {
  switch (filter) {
  case InvoiceFilter::Open:
    return true;
  case InvoiceFilter::Overdue:
    return sort == InvoiceSort::Due;
  default:
    return sort == InvoiceSort::Issued;
  }
}

List list(int number, InvoiceQuery query, const Order &order, const char *condition) {
  const QByteArray name = "list_" + QByteArray::number(number);
  query.sort = order.sort;
  query.ascending = order.ascending;
  query.pageSize = rowsOfAPage;
  return {query, name, byHand(name, order, condition)};
}

std::vector<List> allLists() {
  std::vector<List> all;
  InvoiceQuery query;
  for (const auto &filter : filters) {
    query.filter = filter.filter;
    for (const auto &order : orders)
      if (isOffered(filter.filter, order.sort))
        all.push_back(list(int(all.size()), query, order, filter.condition));
  }
  query.number = u"INV-20"_s;
  all.push_back(list(int(all.size()), query, byNumber, "number ~<~ 'INV-21' and "));
  return all;
}

} // namespace

Result<Comparison> listPageOfInvoices(const BenchOptions &options) {
  const int invoices = options.sizeOr(5'000'000);
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(fillWithoutIndexes(*owner, "organization", fillOrganizations,
                                    std::max(1, invoices / invoicesOfAnOrganization)));
  TENANTRY_CHECK(fillInvoices(*owner, invoices));
  return compareLists(u"list-page-invoices"_s, options.roundsOr(15), *cluster, *owner, allLists());
}

} // namespace tenantry::benchmarks
