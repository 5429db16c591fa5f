// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_view.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"
#include "services/billing/invoice_paper.h"
#include "services/billing/service.h"
#include "services/organizations/service.h"

#include <QSaveFile>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// Decimal places that quantities and prices of a line are shown with at most.
constexpr int quantityPlaces = 9, unitPlaces = 12;

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
  std::optional<InvoiceSheet> found;
  const auto visit = [&, at = 0](const billing::PlannedInvoice &planned,
                                 const organizations::Organization &whom) mutable {
    if (at++ == position)
      found = sheetOf(planned, whom);
  };
  TENANTRY_CHECK(billing::BillingRun(session, business).preview(asOf, only(organization), visit));
  if (!found)
    return fail(u"preview.outdated"_s,
                InvoiceView::tr("This invoice is not due any more: it was issued, or the "
                                "subscription was changed. Load the preview anew."));
  TENANTRY_TRY(applied, business.current(session));
  addNames(*found, *applied);
  return *std::move(found);
}

Result<InvoiceSheet> readStored(store::Session &session, business::AppliedBusiness &business,
                                const QString &number) {
  billing::BillingService billing(session, business);
  InvoiceSheet sheet;
  TENANTRY_TRY(invoice, billing.findByNumber(number));
  TENANTRY_TRY(lines, billing.lines(invoice.organization, invoice.id));
  TENANTRY_TRY(organization,
               organizations::OrganizationService(session).find(invoice.organization));
  TENANTRY_TRY(applied, business.current(session));
  sheet.invoice = std::move(invoice);
  sheet.lines = std::move(lines);
  sheet.organizationName = organization.name;
  sheet.zone = organization.zone;
  addNames(sheet, *applied);
  return sheet;
}

} // namespace

InvoiceView::InvoiceView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

void InvoiceView::clear() {
  ++m_generation;
  m_isFetching = false;
  m_sheet.reset();
  m_paper.clear();
  Q_EMIT changed();
}

template <typename Read> void InvoiceView::fetch(Read read) {
  clear();
  m_isFetching = true;
  whenDone(m_connection.read(std::move(read)), this,
           [this, generation = m_generation](const Result<InvoiceSheet> &sheet) {
             if (generation == m_generation)
               take(sheet);
           });
}

void InvoiceView::showPreviewed(const OrganizationId &organization, int position, Instant asOf) {
  fetch([=](store::Session &session, business::AppliedBusiness &business) {
    return readPreviewed(session, business, organization, position, asOf);
  });
}

void InvoiceView::showStored(const QString &number) {
  fetch([=](store::Session &session, business::AppliedBusiness &business) {
    return readStored(session, business, number);
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
  if (!m_sheet->isPreview)
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
