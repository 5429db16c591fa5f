// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mails/mail_view.h"

using namespace std::chrono_literals;

namespace tenantry::models {

using automation::MailRow;

namespace {
constexpr auto mailNewsPause = 200ms;
} // namespace

MailView::MailView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(mailNewsPause);
  m_pause.callOnTimeout(this, &MailView::refresh);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_pause.isActive())
      m_pause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &MailView::refresh);
}

void MailView::show(const automation::MailId &id) {
  if (id == m_id && m_mail)
    return;
  clear();
  m_id = id;
  refresh();
}

bool MailView::stop() {
  if (!m_reading.stop())
    return false;
  if (!m_mail)
    Q_EMIT failed(StoppableReading::error());
  return true;
}

void MailView::clear() {
  m_reading.forget();
  m_id = {};
  m_mail.reset();
  Q_EMIT changed();
}

void MailView::refresh() {
  if (m_id.isNull())
    return;
  m_reading.cancel();
  m_reading.begin(
      m_connection.read([id = m_id](store::Session &session, business::AppliedBusiness &) {
        return automation::MailListing(session).find(id);
      }),
      [this](const Result<MailRow> &mail) { take(mail); });
}

void MailView::take(const Result<MailRow> &mail) {
  if (mail) {
    m_mail = *mail;
    Q_EMIT changed();
  } else if (!m_mail || mail.error().code != QLatin1StringView("store.disconnected")) {
    m_mail.reset();
    Q_EMIT failed(mail.error());
  }
}

} // namespace tenantry::models
