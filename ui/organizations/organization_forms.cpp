// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/organization_forms.h"
#include "models/organizations/organization_form.h"
#include "ui/forms/form_dialog.h"
#include "ui/organizations/organization_fields.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int formWidth = 640;
} // namespace

OrganizationForms::OrganizationForms(models::Connection &connection, QWidget *pane)
    : QObject(pane), m_connection(connection), m_pane(pane),
      m_enter(makeButton(tr("New organization"), ButtonVariant::Primary, u"plus"_s)),
      m_amend(makeButton(tr("Edit"), ButtonVariant::Secondary, u"note"_s)) {
  const auto &rights = connection.rights();
  if (!rights.mayEnter)
    setBlocked(m_enter, notForGroups(rights.groups, {u"success"_s, u"administrator"_s}));
  setCurrent({}, {});
  connect(m_enter, &QPushButton::clicked, this, &OrganizationForms::enter);
  connect(m_amend, &QPushButton::clicked, this, &OrganizationForms::amend);
  pane->addAction(new ButtonAction(m_enter, icon(u"plus"_s), QKeySequence::New));
  pane->addAction(new ButtonAction(m_amend, icon(u"note"_s), Qt::Key_F2));
}

FormDialog *OrganizationForms::open() const { return m_open; }

void OrganizationForms::setCurrent(const OrganizationId &id, const QString &name) {
  m_current = id;
  m_name = name;
  const auto refused = amendRefusal();
  setBlocked(m_amend, refused.isEmpty() && id.isNull() ? tr("No organization is chosen") : refused);
}

QString OrganizationForms::amendRefusal() const {
  const auto &rights = m_connection.rights();
  return rights.mayAmend
             ? QString()
             : notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
}

void OrganizationForms::enter() {
  show(models::enterOrganization(m_connection.clock().now()), {.title = tr("New organization"),
                                                               .about = {},
                                                               .submit = tr("Create"),
                                                               .done = tr("Organization created"),
                                                               .iconName = {},
                                                               .width = formWidth});
  if (m_open)
    connect(m_open, &FormDialog::saved, this, &OrganizationForms::entered);
}

void OrganizationForms::amend() {
  if (m_current.isNull())
    return;
  show(models::amendOrganization(m_current), {.title = tr("Edit organization"),
                                              .about = m_name,
                                              .submit = tr("Save"),
                                              .done = tr("Organization saved"),
                                              .iconName = {},
                                              .width = formWidth});
}

void OrganizationForms::show(const models::FormAct &act, const FormWords &words) {
  if (m_open)
    return m_open->activateWindow();
  m_open = new FormDialog(m_connection, m_drafts, act, words,
                          act.isNew ? newOrganizationFields(m_pane->locale())
                                    : organizationFields(m_pane->locale()),
                          m_pane->window());
  connect(m_open, &FormDialog::settled, this, &OrganizationForms::settled);
  connect(m_open, &QDialog::finished, this, [this] { m_open = nullptr; });
  m_open->open();
}

} // namespace tenantry::ui
