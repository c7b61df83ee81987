import type { Claim } from "../../shared/api";
import { Takeaway } from "./Takeaway";

interface Props {
  claims: readonly Claim[];
  cardId: string;
  writing: boolean;
}

/** The takeaways, numbered. */
export function Takeaways({ claims, cardId, writing }: Props) {
  return (
    <ol class="takeaways">
      {claims.map((claim, index) => (
        <Takeaway
          key={index}
          claim={claim}
          cardId={cardId}
          writing={writing && index === claims.length - 1}
        />
      ))}
    </ol>
  );
}
