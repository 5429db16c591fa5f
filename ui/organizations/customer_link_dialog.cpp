// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/customer_link_dialog.h"
#include "ui/forms/question_dialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int usualDays = 30, mostDays = 3650;
}

CustomerLinkDialog::CustomerLinkDialog(models::Connection &connection, const LinkSubject &subject,
                                       QWidget *window)
    : SnugDialog(window), m_organization(subject.organization), m_act(connection, subject.target),
      m_address(new QLineEdit), m_days(new QSpinBox), m_link(new QLineEdit),
      m_linkField(new FormField(tr("Link"), m_link)),
      m_notice(new Label({}, TextStyle::Body, Tone::Success)), m_progress(new ProgressLine),
      m_end(makeButton(tr("End all links…"), ButtonVariant::Secondary)),
      m_confirm(makeButton(tr("Make link"), ButtonVariant::Primary, u"external-link"_s)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Link for the customer"));
  setFixedWidth(width::dialog);
  layOut(subject);
  connectAct();
  m_address->setFocus();
  showWhetherPossible();
}

void CustomerLinkDialog::layOut(const LinkSubject &subject) {
  const bool isToOne = !subject.target.invoice.isNull();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(isToOne ? tr("Link to %1 for %2").arg(subject.number, m_organization)
                                  : tr("Link for %1").arg(m_organization),
                          TextStyle::Title);
  auto *meaning = new Label(isToOne ? tr("Whoever has it sees this invoice and can pay it.")
                                    : tr("Whoever has it sees all invoices, can pay them, and can "
                                         "change the payment method."),
                            TextStyle::Body, Tone::Text2);
  m_address->setPlaceholderText(u"https://pay.example.com"_s);
  m_address->setMaxLength(400);
  m_days->setRange(1, mostDays);
  m_days->setValue(usualDays);
  m_link->setReadOnly(true);
  auto *address = new FormField(tr("Address of the customers’ pages"), m_address);
  address->setHint(tr("Where tenantryd is reached from outside."));
  for (auto *text : {title, meaning, m_notice})
    text->setWordWrap(true);
  for (auto *part : std::initializer_list<QWidget *>{
           title, meaning, address, new FormField(tr("Days that it works"), m_days), m_linkField,
           m_notice, m_progress})
    layout->addWidget(part);
  layout->addStretch();
  layout->addWidget(new ReasonLine(m_confirm)); // the foot is full
  layout->addWidget(makeFoot());
  m_end->setVisible(!isToOne);
  m_linkField->hide();
  m_notice->hide();
}

QWidget *CustomerLinkDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Close"), ButtonVariant::Secondary);
  row->addWidget(m_end);
  row->addStretch();
  row->addWidget(close);
  row->addWidget(m_confirm);
  for (auto *button : {m_end, close})
    button->setAutoDefault(false);
  m_confirm->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, this, &CustomerLinkDialog::confirm);
  connect(m_end, &QPushButton::clicked, this, &CustomerLinkDialog::askWhetherToEnd);
  return foot;
}

void CustomerLinkDialog::connectAct() {
  using Act = models::CustomerLinkAct;
  connect(m_address, &QLineEdit::textChanged, this, [this] {
    showNotice({}, false);
    showWhetherPossible();
  });
  connect(&m_act, &Act::made, this, &CustomerLinkDialog::take);
  connect(&m_act, &Act::refused, this,
          [this](const Error &error) { showNotice(said(error), true); });
  connect(&m_act, &Act::ended, this, [this](qint64 count) {
    Q_EMIT ended(tr("%n link(s) of %1 work no more", nullptr, int(count)).arg(m_organization));
    accept();
  });
  connect(&m_act, &Act::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
}

void CustomerLinkDialog::keepAddressIn(models::DraftStore &drafts) {
  m_draft = new models::TypedDraft(drafts, {u"customer-link"_s, u"address"_s}, this);
  m_draft->restore([this](const models::FormValues &before) {
    if (m_address->text().isEmpty())
      m_address->setText(before.value(u"address"_s));
  });
}

/// Makes it; once there is one, copies it again.
void CustomerLinkDialog::confirm() {
  if (link().isEmpty())
    return m_act.make(m_address->text().trimmed(), m_days->value());
  QGuiApplication::clipboard()->setText(link());
  showNotice(tr("The link was copied."), false);
}

void CustomerLinkDialog::take(const QString &url, const LocalDay &lastDay) {
  if (m_draft)
    m_draft->keep({{u"address"_s, m_address->text().trimmed()}});
  m_link->setText(url);
  m_linkField->show();
  for (auto *field : std::initializer_list<QWidget *>{m_address, m_days})
    field->setEnabled(false);
  m_confirm->setText(tr("Copy again"));
  QGuiApplication::clipboard()->setText(url);
  showNotice(tr("The link was copied. It works until %1 and is not shown again.")
                 .arg(formatDay(lastDay, locale())),
             false);
  m_link->setFocus();
  m_link->home(false);
  showWhetherPossible();
}

void CustomerLinkDialog::askWhetherToEnd() {
  if (m_question)
    return;
  m_question =
      new QuestionDialog({tr("End all links"),
                          tr("End all links of %1").arg(m_organization),
                          {},
                          tr("Links in mails that were already sent then stop working. The next "
                             "mail has a new one, and you can make one here at any time.")},
                         this);
  connect(m_question, &QuestionDialog::confirmed, &m_act, &models::CustomerLinkAct::endAll);
  m_question->open();
}

QuestionDialog *CustomerLinkDialog::question() const { return m_question; }

QString CustomerLinkDialog::link() const { return m_link->text(); }

QString CustomerLinkDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

void CustomerLinkDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Success);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void CustomerLinkDialog::showWhetherPossible() {
  const auto address = m_address->text().trimmed();
  const auto isGood = models::CustomerLinkAct::check(address);
  setBlocked(m_confirm, m_act.isBusy()      ? tr("It is being done")
                        : address.isEmpty() ? tr("The address of the pages is missing")
                        : !isGood           ? said(isGood.error())
                                            : QString());
  setBlocked(m_end, m_act.isBusy() ? tr("It is being done") : QString());
}

} // namespace tenantry::ui
