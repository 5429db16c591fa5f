// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mails/mail_inspector.h"
#include "ui/mails/outbox_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/inspector_head.h"
#include "ui/widgets/label.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/scroll_page.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int mailInspectorWidth = 384;
}

MailInspector::MailInspector(const Zone &zone, QWidget *parent)
    : Surface(Kind::Subtle, parent), m_zone(zone), m_head(new InspectorHead),
      m_acts(new QHBoxLayout), m_why(makeSnugCard(tr("What went wrong"))),
      m_reason(new Label({}, TextStyle::Body, Tone::Text2)), m_text(makeSnugCard({})),
      m_subject(new Label({}, TextStyle::BodyStrong)), m_body(new Label),
      m_facts(makeFactCard(tr("Delivery"))), m_state(new EmptyState),
      m_pages(new QStackedLayout(this)) {
  setFixedWidth(mailInspectorWidth);
  auto *content = new Surface(Kind::Subtle);
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  column->setSpacing(space::x3);
  column->addWidget(m_head);
  m_acts->setSpacing(space::x2);
  column->addLayout(m_acts);
  for (auto *label : {m_reason, m_subject, m_body}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_why->body()->addWidget(m_reason);
  m_text->body()->addWidget(m_subject);
  m_text->body()->addWidget(m_body);
  for (auto *card : {m_why, m_text, m_facts})
    column->addWidget(card);
  column->addStretch();
  auto *scroll = new ScrollPage(tr("Mail"));
  scroll->setWidget(content);
  m_pages->addWidget(scroll);
  m_pages->addWidget(m_state);
  connect(m_state, &EmptyState::actionTriggered, this, &MailInspector::retryRequested);
  showNothing();
}

void MailInspector::setActs(const QList<QAction *> &acts) {
  for (auto *act : acts) {
    auto *button = makeButton(act->text(), ButtonVariant::Secondary);
    followAction(button, act);
    m_acts->addWidget(button);
  }
  m_acts->addStretch();
}

QString MailInspector::subject() const { return m_subject->text(); }

QString MailInspector::text() const { return m_body->text(); }

QString MailInspector::reason() const { return m_why->isHidden() ? QString() : m_reason->text(); }

void MailInspector::showMail(const automation::MailRow &mail) {
  const auto look = mailLook(mail.state);
  m_head->set(mail.organizationName, mail.recipient);
  m_head->setStatus(look.text, look.tone, look.isState ? BadgeKind::State : BadgeKind::Class);
  m_why->setVisible(!mail.lastError.isEmpty());
  m_reason->setText(mail.lastError);
  m_subject->setText(mail.subject);
  m_body->setText(mailBodyText(mail));
  showFacts(mail);
  m_pages->setCurrentIndex(0);
}

void MailInspector::showFacts(const automation::MailRow &mail) {
  clearLayout(m_facts->body());
  const auto add = [this](const QString &what, const QString &value) {
    if (value.isEmpty())
      return;
    auto *row = new FactRow(what, value);
    row->setWraps();
    m_facts->body()->addWidget(row);
  };
  add(tr("To"), mail.recipient);
  add(tr("Kind"), mailKindWord(mail.mailTemplate));
  add(tr("Written"), formatInstant(mail.createdAt, m_zone, locale()));
  add(mail.sentAt ? tr("Sent") : tr("Due"),
      mail.sentAt                                   ? formatInstant(*mail.sentAt, m_zone, locale())
      : mail.state == automation::MailState::Queued ? formatInstant(mail.dueAt, m_zone, locale())
                                                    : QString());
  add(tr("Tries"), mail.attempts > 0 ? locale().toString(mail.attempts) : QString());
  add(tr("Attached"), mail.attachesInvoice ? tr("the invoice as PDF") : QString());
  add(tr("Language"), QLocale::languageToString(QLocale(mail.language).language()));
  add(tr("Message-ID"), mail.messageId);
}

void MailInspector::showLoading() {
  m_state->showLoading();
  m_pages->setCurrentWidget(m_state);
}

void MailInspector::showNothing() {
  m_state->showMessage(EmptyState::Kind::Empty,
                       {tr("No mail chosen"),
                        tr("Choose one to read it as it was or will be sent."),
                        {},
                        u"mail"_s});
  m_pages->setCurrentWidget(m_state);
}

void MailInspector::showError(const Error &error) {
  m_state->showMessage(EmptyState::Kind::Error, {tr("This mail could not be loaded"),
                                                 saidWithReference(error), tr("Try again")});
  m_pages->setCurrentWidget(m_state);
}

} // namespace tenantry::ui
