// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_view.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"
#include "services/billing/invoice_paper.h"
#include "services/billing/service.h"
#include "services/organizations/service.h"

#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

/// Decimal places that quantities and prices of a line are shown with at most.
constexpr int quantityPlaces = 9, unitPlaces = 12;
constexpr std::size_t mostHistory = 6;
constexpr auto newsPause = 200ms;

billing::StoredLine asStored(const billing::PlannedLine &planned, int lineNo) {
  const auto &draft = planned.draft;
  billing::StoredLine line;
  line.lineNo = lineNo;
  line.kind = QString::fromLatin1(business::toWord(draft.kind).data(),
                                  qsizetype(business::toWord(draft.kind).size()));
  line.item = draft.item;
  line.metric = draft.metric;
  line.quantity = formatDecimal(draft.quantity, quantityPlaces);
  line.unit = formatDecimal(draft.unit, unitPlaces);
  line.amount = draft.amount;
  line.discountShare = draft.discountShare;
  line.taxShare = draft.taxShare;
  if (!draft.days.isEmpty()) {
    line.fromDay = draft.days.from;
    line.toDay = draft.days.to;
  }
  line.partFrom = planned.partFrom;
  line.detail = planned.detail;
  return line;
}

Result<> writeFile(const QString &path, const QByteArray &bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
    return {};
  return fail(u"file.not_written"_s,
              InvoiceView::tr("“%1” could not be written: %2").arg(path, file.errorString()));
}

/// What the lines' words and quantities are read with.
void addNames(InvoiceSheet &sheet, const business::Applied &applied) {
  for (const auto &line : sheet.lines) {
    const auto metric = applied.business.metrics.find(line.metric);
    if (metric != applied.business.metrics.end())
      sheet.decimals[line.metric] = metric->second.decimals;
    if (!line.detail.is_object() || !line.detail.contains("plan"))
      continue;
    const auto plan = QString::fromStdString(line.detail.value("plan", std::string()));
    const auto sold = applied.business.plans.find(plan);
    sheet.planName = sold == applied.business.plans.end() ? plan : sold->second.name.in({});
  }
}

std::int64_t usageOf(const std::vector<billing::StoredLine> &lines) {
  std::int64_t sum = 0;
  for (const auto &line : lines)
    sum += line.kind == u"usage" ? line.amount : 0;
  return sum;
}

billing::InvoiceSums sumsOf(const InvoiceSheet &sheet) {
  return {sheet.invoice.currency, sheet.invoice.total, usageOf(sheet.lines)};
}

bool isComparable(const billing::Invoice &past, const billing::Invoice &invoice) {
  using Status = billing::InvoiceStatus;
  return past.kind == billing::InvoiceKind::Recurring && past.status != Status::Draft &&
         past.status != Status::Void && past.currency == invoice.currency && past.issuedOn &&
         past.id != invoice.id && (!invoice.issuedOn || *past.issuedOn < *invoice.issuedOn);
}

/// What came before, and what stands out beside it.
Result<> addHistory(InvoiceSheet &sheet, billing::BillingService &billing) {
  TENANTRY_TRY(invoices, billing.ofOrganization(sheet.invoice.organization));
  std::erase_if(invoices, [&](const auto &past) { return !isComparable(past, sheet.invoice); });
  std::optional<billing::InvoiceSums> before;
  if (!invoices.empty()) {
    const auto &last = invoices.back();
    TENANTRY_TRY(lines, billing.lines(last.organization, last.id));
    before = billing::InvoiceSums{last.currency, last.total, usageOf(lines)};
  }
  sheet.finding = billing::findingOf(sumsOf(sheet), before);
  const auto first = invoices.size() > mostHistory ? invoices.size() - mostHistory : 0;
  for (auto i = first; i < invoices.size(); ++i)
    sheet.history.push_back({*invoices[i].issuedOn, invoices[i].total});
  return {};
}

InvoiceSheet sheetOf(const billing::PlannedInvoice &planned,
                     const organizations::Organization &organization) {
  InvoiceSheet sheet;
  sheet.invoice = planned.invoice;
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  sheet.isPreview = true;
  for (const auto &line : planned.lines)
    sheet.lines.push_back(asStored(line, int(sheet.lines.size()) + 1));
  return sheet;
}

/// The organization alone: from just before its id up to it.
subscriptions::DueRange only(const OrganizationId &organization) {
  auto bytes = organization.uuid().toRfc4122();
  for (auto i = bytes.size() - 1; i >= 0; --i) {
    const bool borrows = bytes[i] == 0;
    bytes[i] = char(bytes[i] - 1);
    if (!borrows)
      break;
  }
  return {OrganizationId(QUuid::fromRfc4122(bytes)), organization};
}

Result<InvoiceSheet> readPreviewed(store::Session &session, business::AppliedBusiness &business,
                                   const OrganizationId &organization, int position, Instant asOf) {
  std::vector<InvoiceSheet> planned;
  const auto visit = [&](const billing::PlannedInvoice &invoice,
                         const organizations::Organization &whom) {
    if (int(planned.size()) <= position)
      planned.push_back(sheetOf(invoice, whom));
  };
  TENANTRY_CHECK(billing::BillingRun(session, business).preview(asOf, only(organization), visit));
  if (int(planned.size()) <= position)
    return fail(u"preview.outdated"_s,
                InvoiceView::tr("This invoice is not due any more: it was issued, or the "
                                "subscription was changed. Load the preview anew."));
  auto sheet = std::move(planned.back());
  planned.pop_back();
  TENANTRY_TRY(applied, business.current(session));
  addNames(sheet, *applied);
  billing::BillingService billing(session, business);
  TENANTRY_CHECK(addHistory(sheet, billing));
  for (const auto &earlier : planned)
    sheet.history.push_back({earlier.invoice.issuedOn.value_or(LocalDay{}), earlier.invoice.total});
  if (!planned.empty())
    sheet.finding = billing::findingOf(sumsOf(sheet), sumsOf(planned.back()));
  return sheet;
}

/// By its number, or else by its key.
Result<InvoiceSheet> readStored(store::Session &session, business::AppliedBusiness &business,
                                const QString &number,
                                const std::optional<billing::InvoiceKey> &key) {
  billing::BillingService billing(session, business);
  InvoiceSheet sheet;
  TENANTRY_TRY(invoice,
               key ? billing.find(key->organization, key->invoice) : billing.findByNumber(number));
  TENANTRY_TRY(lines, billing.lines(invoice.organization, invoice.id));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(session).find(invoice.organization));
  TENANTRY_TRY(applied, business.current(session));
  sheet.invoice = std::move(invoice);
  sheet.lines = std::move(lines);
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  sheet.today = organization.zone.dayOf(session.clock.now());
  addNames(sheet, *applied);
  TENANTRY_CHECK(addHistory(sheet, billing));
  return sheet;
}

} // namespace

InvoiceView::InvoiceView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &InvoiceView::refresh);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &organizations) {
            if (m_sheet && organizations.contains(m_sheet->invoice.organization) &&
                !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, &InvoiceView::refresh);
}

void InvoiceView::clear() {
  ++m_generation;
  m_isFetching = false;
  m_sheet.reset();
  m_number.clear();
  m_key.reset();
  m_paper.clear();
  Q_EMIT changed();
}

void InvoiceView::read(
    std::function<Result<InvoiceSheet>(store::Session &, business::AppliedBusiness &)> how) {
  m_isFetching = true;
  whenDone(m_connection.read(std::move(how)), this,
           [this, generation = m_generation](const Result<InvoiceSheet> &sheet) {
             if (generation == m_generation)
               take(sheet);
           });
}

void InvoiceView::showPreviewed(const OrganizationId &organization, int position, Instant asOf) {
  clear();
  read([=](store::Session &session, business::AppliedBusiness &business) {
    return readPreviewed(session, business, organization, position, asOf);
  });
}

void InvoiceView::showStored(const QString &number) {
  clear();
  m_number = number;
  refresh();
}

void InvoiceView::showStored(const billing::InvoiceKey &key) {
  clear();
  m_key = key;
  refresh();
}

void InvoiceView::refresh() {
  if (m_number.isEmpty() && !m_key)
    return;
  ++m_generation;
  read([number = m_number, key = m_key](store::Session &session,
                                        business::AppliedBusiness &business) {
    return readStored(session, business, number, key);
  });
}

void InvoiceView::take(const Result<InvoiceSheet> &sheet) {
  m_isFetching = false;
  if (!sheet) {
    Q_EMIT failed(sheet.error());
    return;
  }
  m_sheet = *sheet;
  Q_EMIT changed();
  if (!m_number.isEmpty() && m_paper.isEmpty())
    fetchPaper();
}

void InvoiceView::savePaper(const QString &path) {
  whenDone(QtConcurrent::run(writeFile, path, m_paper), this,
           [this, path](const Result<> &outcome) {
             if (outcome)
               Q_EMIT paperSaved(path);
             else
               Q_EMIT paperNotSaved(outcome.error());
           });
}

void InvoiceView::fetchPaper() {
  m_isFetching = true;
  whenDone(
      m_connection.work([organization = m_sheet->invoice.organization, id = m_sheet->invoice.id](
                            store::Session &session, business::AppliedBusiness &business) {
        return billing::invoicePdf(session, business, organization, id);
      }),
      this, [this, generation = m_generation](const Result<QByteArray> &paper) {
        if (generation != m_generation)
          return;
        m_isFetching = false;
        if (!paper) {
          Q_EMIT failed(paper.error());
          return;
        }
        m_paper = *paper;
        Q_EMIT paperChanged();
      });
}

} // namespace tenantry::models
