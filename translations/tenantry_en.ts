<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ApprovalOffer</name>
    <message numerus="yes">
        <source>Approve %n draft(s)</source>
        <translation>
            <numerusform>Approve %n draft</numerusform>
            <numerusform>Approve %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) approved</source>
        <translation>
            <numerusform>%n draft approved</numerusform>
            <numerusform>%n drafts approved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>Changes: %1 and %n more.</source>
        <translation>
            <numerusform>Changes: %1 and %n more.</numerusform>
            <numerusform>Changes: %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is so already.</source>
        <translation>
            <numerusform>%n is so already.</numerusform>
            <numerusform>%n are so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n refused: %1</numerusform>
            <numerusform>%n refused: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was so already</source>
        <translation>
            <numerusform>%n was so already</numerusform>
            <numerusform>%n were so already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came since and was left as it is</source>
        <translation>
            <numerusform>%n came since and was left as it is</numerusform>
            <numerusform>%n came since and were left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stays with %n: %2</source>
        <translation>
            <numerusform>%1 stays with %n: %2</numerusform>
            <numerusform>%1 stays with %n: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContradictionOffers</name>
    <message numerus="yes">
        <source>Ask again about %n contradiction(s)</source>
        <translation>
            <numerusform>Ask again about %n contradiction</numerusform>
            <numerusform>Ask again about %n contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) asked about again</source>
        <translation>
            <numerusform>%n contradiction asked about again</numerusform>
            <numerusform>%n contradictions asked about again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n contradiction(s) as carried out</source>
        <translation>
            <numerusform>Settle %n contradiction as carried out</numerusform>
            <numerusform>Settle %n contradictions as carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) settled as carried out</source>
        <translation>
            <numerusform>%n contradiction settled as carried out</numerusform>
            <numerusform>%n contradictions settled as carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n contradiction(s) as not carried out</source>
        <translation>
            <numerusform>Settle %n contradiction as not carried out</numerusform>
            <numerusform>Settle %n contradictions as not carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) settled as not carried out</source>
        <translation>
            <numerusform>%n contradiction settled as not carried out</numerusform>
            <numerusform>%n contradictions settled as not carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) booked</source>
        <translation>
            <numerusform>%n finding booked</numerusform>
            <numerusform>%n findings booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n finding(s)</source>
        <translation>
            <numerusform>Book %n finding</numerusform>
            <numerusform>Book %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DismissOffers</name>
    <message numerus="yes">
        <source>%n entry(ies): not a customer&apos;s</source>
        <translation>
            <numerusform>%n entry: not a customer&apos;s</numerusform>
            <numerusform>%n entries: not a customer&apos;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) dismissed</source>
        <translation>
            <numerusform>%n entry dismissed</numerusform>
            <numerusform>%n entries dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n entry(ies) wait again</source>
        <translation>
            <numerusform>Let %n entry wait again</numerusform>
            <numerusform>Let %n entries wait again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) wait again</source>
        <translation>
            <numerusform>%n entry waits again</numerusform>
            <numerusform>%n entries wait again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies): another payment</source>
        <translation>
            <numerusform>%n entry: another payment</numerusform>
            <numerusform>%n entries: another payment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) can be assigned</source>
        <translation>
            <numerusform>%n entry can be assigned</numerusform>
            <numerusform>%n entries can be assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies): the same, told again</source>
        <translation>
            <numerusform>%n entry: the same, told again</numerusform>
            <numerusform>%n entries: the same, told again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) set aside</source>
        <translation>
            <numerusform>%n entry set aside</numerusform>
            <numerusform>%n entries set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DunningOffers</name>
    <message numerus="yes">
        <source>Retry %n payment(s)</source>
        <translation>
            <numerusform>Retry %n payment</numerusform>
            <numerusform>Retry %n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) being tried</source>
        <translation>
            <numerusform>%n payment being tried</numerusform>
            <numerusform>%n payments being tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n customer(s) time</source>
        <translation>
            <numerusform>Give %n customer time</numerusform>
            <numerusform>Give %n customers time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) extended</source>
        <translation>
            <numerusform>%n case extended</numerusform>
            <numerusform>%n cases extended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinalizeOffer</name>
    <message numerus="yes">
        <source>Finalize %n draft(s)</source>
        <translation>
            <numerusform>Finalize %n draft</numerusform>
            <numerusform>Finalize %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) finalized</source>
        <translation>
            <numerusform>%n invoice finalized</numerusform>
            <numerusform>%n invoices finalized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message numerus="yes">
        <source>%n more of this kind.</source>
        <translation>
            <numerusform>%n more of this kind.</numerusform>
            <numerusform>%n more of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldOffers</name>
    <message numerus="yes">
        <source>Hold %n draft(s)</source>
        <translation>
            <numerusform>Hold %n draft</numerusform>
            <numerusform>Hold %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) put on hold</source>
        <translation>
            <numerusform>%n draft put on hold</numerusform>
            <numerusform>%n drafts put on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n draft(s)</source>
        <translation>
            <numerusform>Release %n draft</numerusform>
            <numerusform>Release %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) released</source>
        <translation>
            <numerusform>%n draft released</numerusform>
            <numerusform>%n drafts released</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n draft(s)</source>
        <translation>
            <numerusform>Discard %n draft</numerusform>
            <numerusform>Discard %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) discarded</source>
        <translation>
            <numerusform>%n draft discarded</numerusform>
            <numerusform>%n drafts discarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message numerus="yes">
        <source>%1 invoice(s), %2 to review</source>
        <translation>
            <numerusform>%1 invoice, %2 to review</numerusform>
            <numerusform>%1 invoices, %2 to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 invoice(s)</source>
        <translation>
            <numerusform>%1 invoice</numerusform>
            <numerusform>%1 invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entry(s) wait</source>
        <translation>
            <numerusform>%1 entry waits</numerusform>
            <numerusform>%1 entries wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 payment(s) this month</source>
        <translation>
            <numerusform>%1 payment this month</numerusform>
            <numerusform>%1 payments this month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailOffers</name>
    <message numerus="yes">
        <source>Send %n mail(s) now</source>
        <translation>
            <numerusform>Send %n mail now</numerusform>
            <numerusform>Send %n mails now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) being sent</source>
        <translation>
            <numerusform>%n mail being sent</numerusform>
            <numerusform>%n mails being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n mail(s)</source>
        <translation>
            <numerusform>Cancel %n mail</numerusform>
            <numerusform>Cancel %n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) cancelled</source>
        <translation>
            <numerusform>%n mail cancelled</numerusform>
            <numerusform>%n mails cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunOffers</name>
    <message numerus="yes">
        <source>Finalize what is due of %n organization(s)</source>
        <translation>
            <numerusform>Finalize what is due of %n organization</numerusform>
            <numerusform>Finalize what is due of %n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) billed</source>
        <translation>
            <numerusform>%n organization billed</numerusform>
            <numerusform>%n organizations billed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingOffers</name>
    <message numerus="yes">
        <source>Suspend %n organization(s)</source>
        <translation>
            <numerusform>Suspend %n organization</numerusform>
            <numerusform>Suspend %n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) suspended</source>
        <translation>
            <numerusform>%n organization suspended</numerusform>
            <numerusform>%n organizations suspended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %n organization(s)</source>
        <translation>
            <numerusform>Reactivate %n organization</numerusform>
            <numerusform>Reactivate %n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) reactivated</source>
        <translation>
            <numerusform>%n organization reactivated</numerusform>
            <numerusform>%n organizations reactivated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold the invoices of %n organization(s)</source>
        <translation>
            <numerusform>Hold the invoices of %n organization</numerusform>
            <numerusform>Hold the invoices of %n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invoices of %n organization(s) on hold</source>
        <translation>
            <numerusform>Invoices of %n organization on hold</numerusform>
            <numerusform>Invoices of %n organizations on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release the invoices of %n organization(s)</source>
        <translation>
            <numerusform>Release the invoices of %n organization</numerusform>
            <numerusform>Release the invoices of %n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invoices of %n organization(s) released</source>
        <translation>
            <numerusform>Invoices of %n organization released</numerusform>
            <numerusform>Invoices of %n organizations released</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubscriptionOffers</name>
    <message numerus="yes">
        <source>%n subscription(s) ended</source>
        <translation>
            <numerusform>%n subscription ended</numerusform>
            <numerusform>%n subscriptions ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) move with their renewal</source>
        <translation>
            <numerusform>%n subscription moves with its renewal</numerusform>
            <numerusform>%n subscriptions move with their renewal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) moved</source>
        <translation>
            <numerusform>%n subscription moved</numerusform>
            <numerusform>%n subscriptions moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) end with the period</source>
        <translation>
            <numerusform>%n subscription ends with the period</numerusform>
            <numerusform>%n subscriptions end with the period</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n scheduled change(s)</source>
        <translation>
            <numerusform>Take back %n scheduled change</numerusform>
            <numerusform>Take back %n scheduled changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back</source>
        <translation>
            <numerusform>%n change taken back</numerusform>
            <numerusform>%n changes taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do not renew %n subscription(s)</source>
        <translation>
            <numerusform>Do not renew %n subscription</numerusform>
            <numerusform>Do not renew %n subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n subscription(s) again</source>
        <translation>
            <numerusform>Renew %n subscription again</numerusform>
            <numerusform>Renew %n subscriptions again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) renew again</source>
        <translation>
            <numerusform>%n subscription renews again</numerusform>
            <numerusform>%n subscriptions renew again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n subscription(s) to the newest version</source>
        <translation>
            <numerusform>Move %n subscription to the newest version</numerusform>
            <numerusform>Move %n subscriptions to the newest version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n subscription(s)</source>
        <translation>
            <numerusform>End %n subscription</numerusform>
            <numerusform>End %n subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SumText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteOffOffer</name>
    <message numerus="yes">
        <source>Write off %n invoice(s)</source>
        <translation>
            <numerusform>Write off %n invoice</numerusform>
            <numerusform>Write off %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) written off</source>
        <translation>
            <numerusform>%n invoice written off</numerusform>
            <numerusform>%n invoices written off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::models::DimensionListModel</name>
    <message numerus="yes">
        <source>%n other value(s)</source>
        <translation>
            <numerusform>%n other value</numerusform>
            <numerusform>%n other values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BillingPane</name>
    <message numerus="yes">
        <source>%n organization(s) cannot be billed, and are not in this preview. The first is %1: %2 Reference: %3.</source>
        <translation>
            <numerusform>%n organization cannot be billed, and is not in this preview: %1. %2 Reference: %3.</numerusform>
            <numerusform>%n organizations cannot be billed, and are not in this preview. The first is %1: %2 Reference: %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BookExportMenu</name>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BusinessPane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CouponDialog</name>
    <message numerus="yes">
        <source>It takes %1 off the next %n recurring invoice(s).</source>
        <translation>
            <numerusform>It takes %1 off the next recurring invoice.</numerusform>
            <numerusform>It takes %1 off the next %n recurring invoices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CustomerInvoicesPage</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CustomerLinkDialog</name>
    <message numerus="yes">
        <source>%n link(s) of %1 work no more</source>
        <translation>
            <numerusform>%n link of %1 works no more</numerusform>
            <numerusform>%n links of %1 work no more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DimensionPage</name>
    <message numerus="yes">
        <source>Of the latest %Ln event(s) alone</source>
        <translation>
            <numerusform>Of the latest event alone</numerusform>
            <numerusform>Of the latest %Ln events alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln event(s)</source>
        <translation>
            <numerusform>Of %Ln event</numerusform>
            <numerusform>Of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DunningPane</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EffectPage</name>
    <message numerus="yes">
        <source>%n of them have no price in the new version and stay as they are.</source>
        <translation>
            <numerusform>%n of them has no price in the new version and stays as it is.</numerusform>
            <numerusform>%n of them have no price in the new version and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EventsPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ExportAction</name>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FiguresBar</name>
    <message numerus="yes">
        <source>%n case(s) in %1</source>
        <translation>
            <numerusform>%n case in %1</numerusform>
            <numerusform>%n cases in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FinalizeAction</name>
    <message numerus="yes">
        <source>%n invoice(s) finalized</source>
        <translation>
            <numerusform>%n invoice finalized</numerusform>
            <numerusform>%n invoices finalized</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) made</source>
        <translation>
            <numerusform>%n draft made</numerusform>
            <numerusform>%n drafts made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n organization(s) could not be billed</source>
        <translation>
            <numerusform>%1; %n organization could not be billed</numerusform>
            <numerusform>%1; %n organizations could not be billed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) lowered by %1</source>
        <translation>
            <numerusform>%n draft lowered by %1</numerusform>
            <numerusform>%n drafts lowered by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormView</name>
    <message numerus="yes">
        <source>%n field(s) were saved by somebody else meanwhile: choose what holds</source>
        <translation>
            <numerusform>%n field was saved by somebody else meanwhile: choose what holds</numerusform>
            <numerusform>%n fields were saved by somebody else meanwhile: choose what holds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JournalCells</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JournalPage</name>
    <message numerus="yes">
        <source>%1 entry(ies)</source>
        <translation>
            <numerusform>%1 entry</numerusform>
            <numerusform>%1 entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LateCells</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>%n hour late</numerusform>
            <numerusform>%n hours late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LatePage</name>
    <message numerus="yes">
        <source>%1 late event(s)</source>
        <translation>
            <numerusform>%1 late event</numerusform>
            <numerusform>%1 late events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListActs</name>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n restored</numerusform>
            <numerusform>%n restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LoweredWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A run lowers %n draft(s) by %1: %2.</source>
        <translation>
            <numerusform>A run lowers %n draft by %1: %2.</numerusform>
            <numerusform>A run lowers %n drafts by %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationDetail</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s)</source>
        <translation>
            <numerusform>%n open invoice</numerusform>
            <numerusform>%n open invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Palette</name>
    <message numerus="yes">
        <source>%n result(s) in %1</source>
        <translation>
            <numerusform>%n result in %1</numerusform>
            <numerusform>%n results in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RevenuePage</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunFigures</name>
    <message numerus="yes">
        <source>from %1 subscription(s)</source>
        <translation>
            <numerusform>from %1 subscription</numerusform>
            <numerusform>from %1 subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunQuestion</name>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n on hold</numerusform>
            <numerusform>%n on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for approval</source>
        <translation>
            <numerusform>%n waits for approval</numerusform>
            <numerusform>%n wait for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) a draft (%1): %2.</source>
        <translation>
            <numerusform>%n more stays a draft (%1): %2.</numerusform>
            <numerusform>%n more stay drafts (%1): %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finalize %n invoice(s) due by %1</source>
        <translation>
            <numerusform>Finalize %n invoice due by %1</numerusform>
            <numerusform>Finalize %n invoices due by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft %n invoice(s) due by %1</source>
        <translation>
            <numerusform>Draft %n invoice due by %1</numerusform>
            <numerusform>Draft %n invoices due by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list shows %n invoice(s): to the end of the day, and as the book was before.</source>
        <translation>
            <numerusform>The list shows %n invoice: to the end of the day, and as the book was before.</numerusform>
            <numerusform>The list shows %n invoices: to the end of the day, and as the book was before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lower %n draft(s) by what was taken back</source>
        <translation>
            <numerusform>Lower %n draft by what was taken back</numerusform>
            <numerusform>Lower %n drafts by what was taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunReview</name>
    <message numerus="yes">
        <source>Take back the review of %n finding(s)</source>
        <translation>
            <numerusform>Take back the review of %n finding</numerusform>
            <numerusform>Take back the review of %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n finding(s) as reviewed</source>
        <translation>
            <numerusform>Mark %n finding as reviewed</numerusform>
            <numerusform>Mark %n findings as reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) reviewed</source>
        <translation>
            <numerusform>%n finding reviewed</numerusform>
            <numerusform>%n findings reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) to review again</source>
        <translation>
            <numerusform>%n finding to review again</numerusform>
            <numerusform>%n findings to review again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) as before</source>
        <translation>
            <numerusform>%n finding as before</numerusform>
            <numerusform>%n findings as before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunSteps</name>
    <message numerus="yes">
        <source>%n draft(s) wait to be finalized</source>
        <translation>
            <numerusform>%n draft waits to be finalized</numerusform>
            <numerusform>%n drafts wait to be finalized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%1, but %n</source>
        <translation>
            <numerusform>%1, but %n</numerusform>
            <numerusform>%1, but %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This page: %n selected</source>
        <translation>
            <numerusform>This page: %n selected</numerusform>
            <numerusform>This page: %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StartDialog</name>
    <message numerus="yes">
        <source>%n day(s), as the plan offers</source>
        <translation>
            <numerusform>%n day, as the plan offers</numerusform>
            <numerusform>%n days, as the plan offers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatementDialog</name>
    <message numerus="yes">
        <source>%n entry(ies) read</source>
        <translation>
            <numerusform>%n entry read</numerusform>
            <numerusform>%n entries read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s): what they are in is not imported.</source>
        <translation>
            <numerusform>%n error: what it is in is not imported.</numerusform>
            <numerusform>%n errors: what they are in is not imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported.</source>
        <translation>
            <numerusform>%n entry imported.</numerusform>
            <numerusform>%n entries imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported</source>
        <translation>
            <numerusform>%n entry imported</numerusform>
            <numerusform>%n entries imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assigned</source>
        <translation>
            <numerusform>%n assigned</numerusform>
            <numerusform>%n assigned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatementFacts</name>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n not read yet</numerusform>
            <numerusform>%n not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n s ago</source>
        <translation>
            <numerusform>Synced %n s ago</numerusform>
            <numerusform>Synced %n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n min ago</source>
        <translation>
            <numerusform>Synced %n min ago</numerusform>
            <numerusform>Synced %n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionCells</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionTab</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionsPane</name>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TimelinePage</name>
    <message numerus="yes">
        <source>%1 entry(ies)</source>
        <translation>
            <numerusform>%1 entry</numerusform>
            <numerusform>%1 entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::VersionsPage</name>
    <message numerus="yes">
        <source>%n fact(s)</source>
        <translation>
            <numerusform>%n fact</numerusform>
            <numerusform>%n facts</numerusform>
        </translation>
    </message>
</context>
</TS>
