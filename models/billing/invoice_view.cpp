// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/invoice_view.h"

#include "models/billing/billing_preview.h"
#include "models/billing/invoice_reading.h"
#include "models/connection/when_done.h"
#include "services/billing/invoice_paper.h"

#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto newsPause = 200ms;

Result<> writeFile(const QString &path, const QByteArray &bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
    return {};
  return fail(u"file.not_written"_s,
              InvoiceView::tr("“%1” could not be written: %2").arg(path, file.errorString()));
}

} // namespace

InvoiceView::InvoiceView(Connection &connection, Paper paper, QObject *parent)
    : QObject(parent), m_connection(connection), m_wanted(paper), m_reading(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &InvoiceView::refresh);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &organizations) {
            if (m_sheet && organizations.contains(m_sheet->invoice.organization) &&
                !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, [this] {
    if (isStored() || !m_sheet) // what a preview computed stays what it was
      reload();
  });
}

void InvoiceView::clear() {
  m_reading.forget();
  m_sheet.reset();
  m_number.clear();
  m_key.reset();
  m_how = {};
  m_paper.clear();
  Q_EMIT changed();
}

void InvoiceView::read(How how) {
  m_how = std::move(how);
  m_reading.begin(m_connection.read(m_how),
                  [this](const Result<InvoiceSheet> &sheet) { take(sheet); });
}

void InvoiceView::reload() {
  m_reading.cancel();
  if (m_how)
    read(m_how);
}

bool InvoiceView::stop() {
  if (!m_reading.stop())
    return false;
  Q_EMIT failed(StoppableReading::error());
  return true;
}

bool InvoiceView::isKept(const Error &error) const {
  return m_sheet && (m_reading.isStopped() || error.code == u"store.disconnected");
}

void InvoiceView::showPreviewed(const OrganizationId &organization, int position, Instant asOf) {
  clear();
  read([=](store::Session &session, business::AppliedBusiness &business) {
    return readPreviewed(session, business, organization, position, asOf);
  });
}

void InvoiceView::showPreviewed(const OrganizationId &organization, int position, LocalDay day) {
  clear();
  read([=](store::Session &session, business::AppliedBusiness &business) -> Result<InvoiceSheet> {
    TENANTRY_TRY(applied, business.current(session));
    return readPreviewed(session, business, organization, position, endOfDay(day, applied->zone()));
  });
}

void InvoiceView::show(const QString &number, const std::optional<billing::InvoiceKey> &key,
                       bool isNote) {
  clear();
  m_number = number;
  m_key = key;
  m_isNote = isNote;
  refresh();
}

void InvoiceView::showStored(const QString &number) { show(number, {}, false); }
void InvoiceView::showStored(const billing::InvoiceKey &key) { show({}, key, false); }
void InvoiceView::showCreditNote(const QString &number) { show(number, {}, true); }
void InvoiceView::showCreditNote(const billing::InvoiceKey &key) { show({}, key, true); }

void InvoiceView::refresh() {
  if (!isStored())
    return;
  m_reading.cancel();
  read([number = m_number, key = m_key, reader = m_isNote ? readCreditNote : readStored](
           store::Session &session, business::AppliedBusiness &business) {
    return reader(session, business, number, key);
  });
}

void InvoiceView::take(const Result<InvoiceSheet> &sheet) {
  if (!sheet) {
    Q_EMIT failed(sheet.error());
    return;
  }
  m_sheet = *sheet;
  m_sheet->readAt = m_connection.clock().now();
  Q_EMIT changed();
  if (m_wanted == Paper::Read && !m_number.isEmpty() && m_paper.isEmpty())
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
  m_reading.begin(m_connection.work([organization = m_sheet->invoice.organization,
                                     id = m_sheet->invoice.id,
                                     isNote = m_isNote](store::Session &session,
                                                        business::AppliedBusiness &business) {
    return isNote ? billing::creditNotePdf(session, business, organization, CreditNoteId(id.uuid()))
                  : billing::invoicePdf(session, business, organization, id);
  }),
                  [this](const Result<QByteArray> &paper) {
                    if (!paper) {
                      Q_EMIT failed(paper.error());
                      return;
                    }
                    m_paper = *paper;
                    Q_EMIT paperChanged();
                  });
}

} // namespace tenantry::models
