// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/link_act.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/toast.h"
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

LinkAct::LinkAct(models::Connection &connection, QWidget *host)
    : QObject(host), m_connection(connection), m_host(host),
      m_button(makeButton(tr("Customer link…"), ButtonVariant::Secondary, {}, host)) {
  connect(m_button, &QPushButton::clicked, this, &LinkAct::open);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &LinkAct::showWhetherPossible);
  showWhetherPossible();
}

void LinkAct::show(const std::optional<LinkSubject> &subject, const QString &why) {
  m_subject = subject;
  m_why = why;
  showWhetherPossible();
}

QString LinkAct::refusal() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayCredit)
    return notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  return m_connection.isConnected() ? QString() : offLineReason();
}

void LinkAct::showWhetherPossible() {
  const auto refused = refusal();
  setBlocked(m_button, !refused.isEmpty() ? refused
                       : m_subject        ? QString()
                       : m_why.isEmpty()  ? tr("No customer is chosen")
                                          : m_why);
}

void LinkAct::open() {
  if (m_dialog || !m_subject)
    return;
  m_dialog = new CustomerLinkDialog(m_connection, *m_subject, m_host->window());
  connect(m_dialog, &CustomerLinkDialog::ended, this, [this](const QString &what) {
    Toast::present(m_host->window(), {what, {}, Tone::Success}, height::statusBar);
  });
  if (m_drafts)
    m_dialog->keepAddressIn(*m_drafts);
  m_dialog->open();
}

} // namespace tenantry::ui
