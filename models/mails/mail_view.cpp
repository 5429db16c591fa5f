// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mails/mail_view.h"

#include "models/connection/when_done.h"

using namespace std::chrono_literals;

namespace tenantry::models {

using automation::MailRow;

namespace {
constexpr auto mailNewsPause = 200ms;
} // namespace

MailView::MailView(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {
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

void MailView::clear() {
  ++m_generation;
  m_isFetching = false;
  m_id = {};
  m_mail.reset();
  Q_EMIT changed();
}

void MailView::refresh() {
  if (m_id.isNull())
    return;
  ++m_generation;
  m_isFetching = true;
  whenDone(m_connection.read([id = m_id](store::Session &session, business::AppliedBusiness &) {
    return automation::MailListing(session).find(id);
  }),
           this, [this, generation = m_generation](const Result<MailRow> &mail) {
             if (generation == m_generation)
               take(mail);
           });
}

void MailView::take(const Result<MailRow> &mail) {
  m_isFetching = false;
  if (mail) {
    m_mail = *mail;
    Q_EMIT changed();
  } else if (!m_mail || mail.error().code != QLatin1StringView("store.disconnected")) {
    Q_EMIT failed(mail.error());
  }
}

} // namespace tenantry::models
